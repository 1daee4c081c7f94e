/**
 * A population of plans that are combined: blocks of one are put into another, what does not fit is repaired, and the child
 * is improved by the search. Plans that are too like each other do not both stay.
 *
 * <p>It knows assignments and the state; when and how long it runs is decided in {@code pipeline}.
 */
@NullMarked
package org.horarium.engine.evolve;

import org.jspecify.annotations.NullMarked;
