package org.horarium.formats.college;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is taught in which form. An <i>activity</i> (the engine's event) is a template × an attendee group × an ordinal
 * from 1 to {@code sessionsPerWeek}; its id is {@code template/group/ordinal}.
 *
 * @param id unique among templates
 * @param name for people, for example "Databases, lab"
 * @param type lecture, tutorial, lab, seminar, …
 * @param duration in slots
 * @param sessionsPerWeek how many in a week
 * @param weeks in which weeks
 * @param attendees which groups it is given to separately
 * @param personnel whom each activity needs
 * @param roomType type of room; null when it needs no room
 * @param equipment what must be there; standing in the room or carried there
 * @param minDaysBetween days between two sessions of one group, at least; 0 for no rule, 1 for "not on the same day"
 * @param after id of a template of the same course that comes earlier in the week for the same students; null for none
 */
public record ActivityTemplate(
        String id,
        String name,
        String type,
        int duration,
        int sessionsPerWeek,
        WeekPattern weeks,
        Granularity attendees,
        List<Requirement> personnel,
        @Nullable String roomType,
        List<EquipmentCount> equipment,
        int minDaysBetween,
        @Nullable String after) {
    public ActivityTemplate {
        personnel = List.copyOf(personnel);
        equipment = List.copyOf(equipment);
    }

    /** In which weeks of the term. */
    public enum WeekPattern {
        /** Every week. */
        EVERY,
        /** A weeks: the first, third, … */
        A,
        /** B weeks: the second, fourth, … */
        B,
        /** Every other week; which ones is for the planner of the timetable to choose. */
        ALTERNATE
    }

    /** Which attendee groups get activities of their own. */
    public enum Granularity {
        /** A batch together; for an elective course all who chose it, across sections. */
        BATCH,
        /** Each section. */
        SECTION,
        /** Each subgroup (a section without subgroups as a whole). */
        SUBGROUP
    }

    /**
     * People that are needed.
     *
     * @param role which of their roles
     * @param count how many
     * @param candidates ids of those who can; empty for everybody of the course's department with the role
     */
    public record Requirement(String role, int count, List<String> candidates) {
        public Requirement {
            candidates = List.copyOf(candidates);
        }
    }
}
