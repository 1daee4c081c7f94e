package org.horarium.engine.model;

import java.util.List;

/**
 * People an event needs in one role. All of them are different, also across the needs of one event.
 *
 * @param role name of the role, unique within the event
 * @param count how many people, at least 1
 * @param candidates who may fill it, each person at most once
 */
public record StaffNeed(String role, int count, List<PersonOption> candidates) {
    public StaffNeed {
        Checks.notBlank("role", role);
        Checks.range("count", count, 1, 100);
        candidates = List.copyOf(candidates);
    }
}
