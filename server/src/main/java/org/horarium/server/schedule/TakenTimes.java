package org.horarium.server.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.Term;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.server.schedule.TakenElsewhere.Kind;
import org.horarium.server.schedule.TakenElsewhere.Taken;

/** Takes out of rooms and people the times that others have taken. */
final class TakenTimes {
    private final Term term;
    private final Map<String, List<WeeklyTime>> rooms = new HashMap<>();
    private final Map<String, List<WeeklyTime>> people = new HashMap<>();

    private TakenTimes(Term term) {
        this.term = term;
    }

    /**
     * What is taken.
     *
     * @param taken by others
     * @param term whose slots the load of people is counted in
     */
    static TakenTimes of(List<Taken> taken, Term term) {
        TakenTimes times = new TakenTimes(term);
        taken.forEach(t -> (t.kind() == Kind.ROOM ? times.rooms : times.people)
                .computeIfAbsent(t.id(), id -> new ArrayList<>())
                .add(t.time()));
        return times;
    }

    /** A room without the times that are taken. */
    Room without(Room room) {
        List<WeeklyTime> times = rooms.getOrDefault(room.id(), List.of());
        return times.isEmpty()
                ? room
                : new Room(
                        room.id(),
                        room.name(),
                        room.department(),
                        room.shared(),
                        room.building(),
                        room.type(),
                        room.capacity(),
                        room.equipment(),
                        joined(room.unavailable(), times));
    }

    /** A person without the times that are taken, and with so much less to give in a week. */
    Personnel without(Personnel person) {
        List<WeeklyTime> times = people.getOrDefault(person.id(), List.of());
        return times.isEmpty()
                ? person
                : new Personnel(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.department(),
                        person.roles(),
                        Math.max(0, person.maxSlotsPerWeek() - load(times)),
                        person.maxSlotsPerDay(),
                        person.maxDaysPerWeek(),
                        joined(person.unavailable(), times));
    }

    /** Slots of the fuller of A and B weeks. */
    private int load(List<WeeklyTime> times) {
        return Math.max(load(times, WeekPattern.B), load(times, WeekPattern.A));
    }

    private int load(List<WeeklyTime> times, WeekPattern without) {
        return (int) times.stream()
                .filter(time -> time.weeks() != without)
                .mapToLong(time -> term.slots().stream()
                        .filter(slot -> slot.start().isBefore(time.end())
                                && time.start().isBefore(slot.end()))
                        .count())
                .sum();
    }

    private static List<WeeklyTime> joined(List<WeeklyTime> own, List<WeeklyTime> taken) {
        List<WeeklyTime> all = new ArrayList<>(own);
        all.addAll(taken);
        return all;
    }
}
