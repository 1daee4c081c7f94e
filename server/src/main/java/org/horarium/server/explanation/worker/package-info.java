/**
 * Making explanations in the background, called by the queue. Knows nothing of pages and requests.
 */
@NullMarked
package org.horarium.server.explanation.worker;

import org.jspecify.annotations.NullMarked;
