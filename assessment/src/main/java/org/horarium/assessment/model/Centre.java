package org.horarium.assessment.model;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An assessment centre: who is assessed in what, by whom, where and in which hours. Every reference is checked when it
 * is made; whoever holds one may rely on them.
 *
 * @param name as shown
 * @param timeZone the zone that all times are local to
 * @param participants who is assessed
 * @param assessors who assesses
 * @param rooms where
 * @param assessments what; ids unique
 * @param roomMapping id of an assessment → ids of the rooms it may use
 * @param assessorMapping id of an assessment → ids of the assessors it may use
 * @param activityMinutes length of every session except the group activity's, before extra time
 * @param groupActivityMinutes length of a group activity's session
 * @param bufferMinutes least time between two sessions of a participant, an assessor or a room with no break between
 * @param bufferAfterBreak whether the buffer is also kept after a break
 * @param days the days, in the order of their dates
 * @param minGroupSize fewest participants of a group
 * @param maxAssessorsPerSession most assessors of an individual session
 * @param noGoPairs who never assesses whom
 */
public record Centre(
        String name,
        ZoneId timeZone,
        List<Participant> participants,
        List<Assessor> assessors,
        List<Room> rooms,
        List<Assessment> assessments,
        Map<String, List<String>> roomMapping,
        Map<String, List<String>> assessorMapping,
        int activityMinutes,
        int groupActivityMinutes,
        int bufferMinutes,
        boolean bufferAfterBreak,
        List<Day> days,
        int minGroupSize,
        int maxAssessorsPerSession,
        List<NoGoPair> noGoPairs) {

    /** All times of the grid are multiples of this. */
    public static final int GRID_MINUTES = 5;

    public Centre {
        participants = List.copyOf(participants);
        assessors = List.copyOf(assessors);
        rooms = List.copyOf(rooms);
        assessments = List.copyOf(assessments);
        roomMapping = copy(roomMapping);
        assessorMapping = copy(assessorMapping);
        days = List.copyOf(days);
        noGoPairs = List.copyOf(noGoPairs);
        List<String> wrong = new ArrayList<>();
        Set<String> people = unique(participants.stream().map(Participant::id).toList(), "participant", wrong);
        Set<String> judges = unique(assessors.stream().map(Assessor::id).toList(), "assessor", wrong);
        Set<String> places = unique(rooms.stream().map(Room::id).toList(), "room", wrong);
        Set<String> kinds = unique(assessments.stream().map(Assessment::id).toList(), "assessment", wrong);
        assessments.forEach(a -> known(a.participants(), people, "participant of " + a.id(), wrong));
        known(roomMapping.keySet(), kinds, "assessment with rooms", wrong);
        known(assessorMapping.keySet(), kinds, "assessment with assessors", wrong);
        roomMapping.values().forEach(r -> known(r, places, "mapped room", wrong));
        assessorMapping.values().forEach(a -> known(a, judges, "mapped assessor", wrong));
        noGoPairs.forEach(n -> known(List.of(n.participant()), people, "no-go participant", wrong));
        noGoPairs.forEach(n -> known(List.of(n.assessor()), judges, "no-go assessor", wrong));
        if (activityMinutes <= 0 || groupActivityMinutes <= 0 || bufferMinutes < 0) {
            wrong.add("durations (" + activityMinutes + ", " + groupActivityMinutes + ") must be positive, the buffer ("
                    + bufferMinutes + ") not negative");
        }
        if (activityMinutes % GRID_MINUTES + groupActivityMinutes % GRID_MINUTES + bufferMinutes % GRID_MINUTES != 0) {
            wrong.add("durations and buffer must be multiples of " + GRID_MINUTES + " minutes");
        }
        if (minGroupSize < 1 || maxAssessorsPerSession < 1) {
            wrong.add("least group size and most assessors of a session must be at least 1");
        }
        if (days.isEmpty()) {
            wrong.add("at least one day is needed");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("The centre can't be used: " + String.join("; ", wrong) + ".");
        }
    }

    /** Ids of the rooms that the assessment may use, in the order given; empty for none. */
    public List<String> roomsFor(String assessment) {
        return roomMapping.getOrDefault(assessment, List.of());
    }

    /** Ids of the assessors that the assessment may use, in the order given; empty for none. */
    public List<String> assessorsFor(String assessment) {
        return assessorMapping.getOrDefault(assessment, List.of());
    }

    /** The assessment with this id, or null. */
    public @Nullable Assessment assessment(String id) {
        return assessments.stream().filter(a -> a.id().equals(id)).findFirst().orElse(null);
    }

    /** The participant with this id, or null. */
    public @Nullable Participant participant(String id) {
        return participants.stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
    }

    /** The assessor with this id, or null. */
    public @Nullable Assessor assessor(String id) {
        return assessors.stream().filter(a -> a.id().equals(id)).findFirst().orElse(null);
    }

    /** The room with this id, or null. */
    public @Nullable Room room(String id) {
        return rooms.stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> mapping) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        mapping.forEach((k, v) -> copy.put(k, List.copyOf(v)));
        return Collections.unmodifiableMap(copy);
    }

    private static Set<String> unique(List<String> ids, String kind, List<String> wrong) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> wrong.add(kind + " " + id + " is given twice"));
        return seen;
    }

    private static void known(Iterable<String> ids, Set<String> all, String what, List<String> wrong) {
        ids.forEach(id -> {
            if (!all.contains(id)) {
                wrong.add(what + " " + id + " is unknown");
            }
        });
    }
}
