package org.horarium.engine.model;

import java.util.List;
import java.util.Map;

/**
 * An answer to a problem. An event without a placement is unplaced.
 *
 * @param placements at most one for each event, in the problem's order of events
 * @param enrolments for each student the ids of the events (classes) attended; students without course demands may miss
 */
public record Plan(List<Placement> placements, Map<String, List<String>> enrolments) {
    /** A plan in which nothing is placed. */
    public static final Plan EMPTY = new Plan(List.of(), Map.of());

    public Plan {
        placements = List.copyOf(placements);
        enrolments = Map.copyOf(enrolments);
    }
}
