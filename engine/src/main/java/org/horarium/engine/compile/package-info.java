/**
 * Turns a {@link org.horarium.engine.model.Problem} into arrays of primitives: the one border between records and hot
 * loops. Everything here is made once and never changes afterwards; several searches may share it.
 *
 * <p>It knows nothing of plans, scores or searching, and nothing of {@code verify}.
 */
@NullMarked
package org.horarium.engine.compile;

import org.jspecify.annotations.NullMarked;
