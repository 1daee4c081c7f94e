package org.horarium.engine.verify;

import java.util.List;

/**
 * A broken hard rule.
 *
 * @param rule which
 * @param events ids of the events involved
 * @param subject id of the room, person, group, student or constraint it is about; the event's id where there is no other
 * @param message for people: who, where, when
 */
public record Violation(HardRule rule, List<String> events, String subject, String message) {
    public Violation {
        events = List.copyOf(events);
    }
}
