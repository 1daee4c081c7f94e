/**
 * Disruptions: a person is absent, a room is lost, an activity is cancelled, on some dates of a running term. What is
 * affected, who could stand in, and ranked repairs are worked out from the dates ({@link
 * org.horarium.server.timetable.disruption.LostDays}) and from the timetable that is in force then. A repair becomes a
 * draft of its own, judged by rules that know of the disruption ({@link
 * org.horarium.server.timetable.disruption.DisruptionRules}), and is in force only for its days: afterwards what was in
 * force before is again. Decides nothing about approval.
 */
@NullMarked
package org.horarium.server.timetable.disruption;

import org.jspecify.annotations.NullMarked;
