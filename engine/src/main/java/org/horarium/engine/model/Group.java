package org.horarium.engine.model;

import java.util.List;

/**
 * Students who always attend together: the smallest body of which no part has a timetable of its own. (ITC-2007:
 * curriculum; FET: subgroup.) Two events of one group never overlap. Larger bodies (a section, a batch) are several
 * groups; an event lists them all.
 *
 * @param id unique among groups
 * @param name for people
 * @param size number of students, at least 0; weighs soft constraints on the group where they say so
 * @param unavailable when the group cannot attend; hard
 */
public record Group(String id, String name, int size, List<TimePattern> unavailable) {
    public Group {
        Checks.notBlank("group id", id);
        Checks.range("size", size, 0, Integer.MAX_VALUE);
        unavailable = List.copyOf(unavailable);
    }
}
