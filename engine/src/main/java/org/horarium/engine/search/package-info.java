/**
 * The search: construction, repair, annealing and its moves, several workers side by side, and the words for what could
 * not be placed.
 *
 * <p>It moves a {@link org.horarium.engine.state.State} about and reads what that costs; it does not know what a
 * constraint means. It knows nothing of {@code verify}.
 */
@NullMarked
package org.horarium.engine.search;

import org.jspecify.annotations.NullMarked;
