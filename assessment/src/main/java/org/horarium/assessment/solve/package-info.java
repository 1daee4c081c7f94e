/**
 * The search for a plan. {@link org.horarium.assessment.solve.CentreSearch} runs the steps:
 *
 * <ol>
 *   <li>{@code CompiledCentre} and {@code Timeline}: the centre as indexes and a grid of five minutes;
 *   <li>{@code CapacityBound}: how early the end can be at all, by counting;
 *   <li>{@code ListScheduler}: complete plans in milliseconds, many passes;
 *   <li>{@code FlowBound}: anonymous counts of sessions per time, a strong bound or a proof that there is no plan;
 *   <li>{@code TimeModel}: when, with people and rooms as capacities; {@code AssessorModel} and {@code RoomModel}: who and
 *       where at these times. Where no identities fit, {@code TimeModel} decides them too.
 * </ol>
 *
 * <p>Nothing here checks a plan: that is {@code verify}, which must not be used here except by the tests.
 */
@NullMarked
package org.horarium.assessment.solve;

import org.jspecify.annotations.NullMarked;
