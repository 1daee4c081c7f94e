/**
 * Answers when there is no plan: what is provably impossible, with the records and numbers it is about.
 *
 * <p>{@link Preflight} counts and matches on the records alone, in plain Java, and is never wrong when it speaks: every
 * {@link Impossibility} follows from the hard rules of {@code model} as {@code verify} judges them. Its silence proves
 * nothing. The checks are small classes that read a {@code Situation} (what is still possible for each event) and write
 * to a {@code Report}. Nothing here knows how a plan is searched for.
 */
@NullMarked
package org.horarium.engine.explain;

import org.jspecify.annotations.NullMarked;
