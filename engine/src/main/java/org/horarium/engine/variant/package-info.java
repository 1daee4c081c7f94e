/**
 * Plans that are real choices: variants of one problem that favour different people, far enough from each other, each
 * with figures that tell them apart.
 *
 * <p>A variant is a weight profile over the problem, solved by {@code solve}; figures and differences are computed from the
 * records alone and know nothing of the search.
 */
@NullMarked
package org.horarium.engine.variant;

import org.jspecify.annotations.NullMarked;
