/**
 * The problem and the plan as immutable records: what is to be placed, where it may go, what must hold and what it
 * costs.
 *
 * <p>Records refer to each other by id (a {@code String}, unique within its kind). A {@link Problem} checks all of its
 * references when it is made; whoever holds one may rely on them. Nothing here knows how a plan is searched for
 * ({@code solve}), how it is checked ({@code verify}), or what file it came from.
 *
 * <p>Time is a cyclic grid of weeks × days × slots. A slot may be a school period or five minutes; all lengths, gaps
 * and loads are counted in slots.
 */
@NullMarked
package org.horarium.engine.model;

import org.jspecify.annotations.NullMarked;
