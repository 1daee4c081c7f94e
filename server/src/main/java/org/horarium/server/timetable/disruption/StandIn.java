package org.horarium.server.timetable.disruption;

import java.util.List;
import org.horarium.engine.verify.Violation;
import org.horarium.server.timetable.PlacedActivity;

/**
 * Somebody who could give an activity instead.
 *
 * @param person id
 * @param role in which
 * @param place the activity as they would give it
 * @param reasons what speaks against it; empty when nothing does
 * @param cost change of the cost of the timetable
 * @param day what they give on that day of the week as it is
 * @param load slots that they give in a week as it is, A/B weeks counting half
 * @param most slots that they may give in a week
 * @param knowsCourse whether they give something else of the course
 * @param knowsGroup whether they give something else to some of those who attend
 */
record StandIn(
        String person,
        String role,
        PlacedActivity place,
        List<Violation> reasons,
        long cost,
        List<PlacedActivity> day,
        double load,
        int most,
        boolean knowsCourse,
        boolean knowsGroup) {
    StandIn {
        reasons = List.copyOf(reasons);
        day = List.copyOf(day);
    }

    boolean isLegal() {
        return reasons.isEmpty();
    }
}
