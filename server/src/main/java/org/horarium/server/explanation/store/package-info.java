/**
 * Explanations in PostgreSQL. Each write of a worker names its attempt; an older attempt is refused.
 */
@NullMarked
package org.horarium.server.explanation.store;

import org.jspecify.annotations.NullMarked;
