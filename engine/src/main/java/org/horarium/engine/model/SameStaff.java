package org.horarium.engine.model;

import java.util.List;

/**
 * The sessions of one course for one group are given by the same people.
 *
 * <p>Unit of violation: a different person in the role, over all the events, beyond the number that one event needs.
 *
 * @param id unique among constraints
 * @param role role that is meant; each event has a {@link StaffNeed} with it, all with the same count
 * @param events ids of the events
 * @param strength hard, or the penalty of an extra person
 */
public record SameStaff(String id, String role, List<String> events, Strength strength) implements Constraint {
    public SameStaff {
        Checks.notBlank("role", role);
        events = List.copyOf(events);
    }

    @Override
    public CostComponent component() {
        return CostComponent.STABILITY;
    }
}
