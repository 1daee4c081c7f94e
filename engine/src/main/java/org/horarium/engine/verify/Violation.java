package org.horarium.engine.verify;

import java.util.List;

/**
 * A broken hard rule.
 *
 * @param rule which
 * @param events ids of the events involved
 * @param subject id of the room, person, group, student or constraint it is about; the event's id where there is no other
 * @param units how much of it is broken, at least 1; {@link HardRule} says what is counted
 * @param message for people: who, where, when
 */
public record Violation(HardRule rule, List<String> events, String subject, long units, String message) {
    public Violation {
        events = List.copyOf(events);
        if (units < 1) {
            throw new IllegalArgumentException("The units (%d) of a violation must be at least 1.".formatted(units));
        }
    }
}
