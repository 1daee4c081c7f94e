/**
 * Exact answers for small and medium problems by CP-SAT (OR-Tools): a plan with a bound or a proof of optimality, a proof
 * that there is none, and models in which some rules are left out or have a price. Native code: where it is missing,
 * {@link org.horarium.engine.exact.NativeSolver} says why and nothing here can be used.
 *
 * <p>A model may leave out hard rules that it cannot say ({@link org.horarium.engine.exact.ExactResult#leftOut()}). A proof
 * of impossibility and a bound hold all the same; a plan is what the verifier says of it.
 */
@NullMarked
package org.horarium.engine.exact;

import org.jspecify.annotations.NullMarked;
