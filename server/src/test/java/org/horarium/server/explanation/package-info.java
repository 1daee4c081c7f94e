/** Tests of explanations and remedies, with the real database, queue and solver. */
@NullMarked
package org.horarium.server.explanation;

import org.jspecify.annotations.NullMarked;
