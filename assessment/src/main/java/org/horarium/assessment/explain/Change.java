package org.horarium.assessment.explain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Room;

/** A copy of a centre in which something can be changed, and the centre that comes of it. */
final class Change {
    private final Centre base;
    private List<Participant> participants;
    private List<Assessor> assessors;
    private List<Room> rooms;
    private List<Assessment> assessments;
    private final Map<String, List<String>> roomMapping;
    private final Map<String, List<String>> assessorMapping;
    private List<Day> days;
    private int minGroupSize;
    private List<NoGoPair> noGoPairs;

    Change(Centre base) {
        this.base = base;
        participants = base.participants();
        assessors = base.assessors();
        rooms = base.rooms();
        assessments = base.assessments();
        roomMapping = new LinkedHashMap<>(base.roomMapping());
        assessorMapping = new LinkedHashMap<>(base.assessorMapping());
        days = base.days();
        minGroupSize = base.minGroupSize();
        noGoPairs = base.noGoPairs();
    }

    Centre centre() {
        return new Centre(
                base.name(),
                base.timeZone(),
                participants,
                assessors,
                rooms,
                assessments,
                roomMapping,
                assessorMapping,
                base.activityMinutes(),
                base.groupActivityMinutes(),
                base.bufferMinutes(),
                base.bufferAfterBreak(),
                days,
                minGroupSize,
                base.maxAssessorsPerSession(),
                noGoPairs);
    }

    /** So many more days like the last one, on the dates after it. */
    Change moreDays(int count) {
        List<Day> more = new ArrayList<>(days);
        for (int i = 0; i < count; i++) {
            Day last = more.get(more.size() - 1);
            more.add(new Day(last.date().plusDays(1), last.start(), last.end(), last.breaks()));
        }
        days = more;
        return this;
    }

    /** Days that end before this time end at it. */
    Change endAt(LocalTime end) {
        days = days.stream()
                .map(d -> d.end().isBefore(end) ? new Day(d.date(), d.start(), end, d.breaks()) : d)
                .toList();
        return this;
    }

    Change mapRoom(String assessment, String room) {
        roomMapping.put(assessment, with(roomMapping.getOrDefault(assessment, List.of()), room));
        return this;
    }

    Change mapAssessor(String assessment, String assessor) {
        assessorMapping.put(assessment, with(assessorMapping.getOrDefault(assessment, List.of()), assessor));
        return this;
    }

    /** A new room; its id. */
    String newRoom() {
        String id = unused("New-room-", rooms.stream().map(Room::id).toList());
        List<Room> more = new ArrayList<>(rooms);
        more.add(new Room(id, id));
        rooms = more;
        return id;
    }

    /** So many new assessors, mapped to every assessment. */
    Change newAssessors(int count) {
        for (int i = 0; i < count; i++) {
            String id =
                    unused("New-assessor-", assessors.stream().map(Assessor::id).toList());
            List<Assessor> more = new ArrayList<>(assessors);
            more.add(new Assessor(id, id, List.of()));
            assessors = more;
            assessments.forEach(a -> mapAssessor(a.id(), id));
        }
        return this;
    }

    /** So many new participants who take these assessments. */
    Change newParticipants(int count, List<String> taken) {
        for (int i = 0; i < count; i++) {
            String id = unused(
                    "New-participant-",
                    participants.stream().map(Participant::id).toList());
            List<Participant> more = new ArrayList<>(participants);
            more.add(new Participant(id, id, List.of(), 0));
            participants = more;
            assessments = assessments.stream()
                    .map(a -> taken.contains(a.id())
                            ? new Assessment(a.id(), a.name(), a.type(), with(a.participants(), id))
                            : a)
                    .toList();
        }
        return this;
    }

    Change minGroupSize(int size) {
        minGroupSize = size;
        return this;
    }

    Change dropNoGo(List<NoGoPair> pairs) {
        noGoPairs = noGoPairs.stream().filter(p -> !pairs.contains(p)).toList();
        return this;
    }

    /** These participants and assessors are always there. */
    Change alwaysThere(Set<String> ids) {
        participants = participants.stream()
                .map(p -> ids.contains(p.id()) ? new Participant(p.id(), p.name(), List.of(), p.extraTimePercent()) : p)
                .toList();
        assessors = assessors.stream()
                .map(a -> ids.contains(a.id()) ? new Assessor(a.id(), a.name(), List.of()) : a)
                .toList();
        return this;
    }

    private static List<String> with(List<String> list, String more) {
        Set<String> set = new LinkedHashSet<>(list);
        set.add(more);
        return List.copyOf(set);
    }

    private static String unused(String prefix, List<String> ids) {
        int i = 1;
        while (ids.contains(prefix + i)) {
            i++;
        }
        return prefix + i;
    }
}
