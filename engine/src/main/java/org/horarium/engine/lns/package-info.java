/**
 * Large neighbourhood search by the exact model: some events are free, all others stay where they are, and CP-SAT looks
 * for the best places of the free ones (fix and optimise).
 *
 * <p>It chooses what to free, says the rest as a small problem for {@code exact}, and judges what comes back by the
 * {@code state}. When it is worth doing is decided elsewhere.
 */
@NullMarked
package org.horarium.engine.lns;

import org.jspecify.annotations.NullMarked;
