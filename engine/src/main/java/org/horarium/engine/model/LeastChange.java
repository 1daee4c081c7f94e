package org.horarium.engine.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Events stay where a reference plan has them: the price of moving people who have already arranged themselves.
 *
 * <p>Units of violation, for each placed event that the reference places: {@code time} if its time is another,
 * {@code room} if its room is another (or there is one where there was none, or none where there was one), and
 * {@code person} for each person in a role who was not in that role of the event. What the reference says of events that
 * are no longer there counts nothing. Always soft; a unit costs 1.
 *
 * @param id unique among constraints
 * @param reference where events were, each at most once
 * @param time units for another time, at least 0
 * @param room units for another room, at least 0
 * @param person units for another person, at least 0
 */
public record LeastChange(String id, List<Placement> reference, int time, int room, int person) implements Constraint {
    private static final int MOST = 1_000_000;

    public LeastChange {
        Checks.range("time units", time, 0, MOST);
        Checks.range("room units", room, 0, MOST);
        Checks.range("person units", person, 0, MOST);
        reference = List.copyOf(reference);
        Set<String> seen = new HashSet<>();
        for (Placement placement : reference) {
            if (!seen.add(placement.event())) {
                throw new IllegalArgumentException("The reference of constraint (%s) places the event (%s) twice."
                        .formatted(id, placement.event()));
            }
        }
    }

    @Override
    public Strength strength() {
        return Strength.soft(1);
    }

    @Override
    public CostComponent component() {
        return CostComponent.CHANGE;
    }
}
