package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.explain.Subject.Kind;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;
import org.jspecify.annotations.Nullable;

/** A problem looked up by id, with what is still possible for each of its events. The checks narrow it. */
final class Situation {
    final Problem problem;
    final WeekCells cells;
    final Words words;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, OpenEvent> events = new LinkedHashMap<>();
    private final Map<String, List<OpenEvent>> byGroup = new LinkedHashMap<>();

    Situation(Problem problem) {
        this.problem = problem;
        this.cells = new WeekCells(problem);
        this.words = new Words(problem.grid());
        problem.people().forEach(person -> people.put(person.id(), person));
        problem.rooms().forEach(room -> rooms.put(room.id(), room));
        problem.groups().forEach(group -> groups.put(group.id(), group));
        Map<String, Pin> pins = new LinkedHashMap<>();
        problem.pins().forEach(pin -> pins.put(pin.event(), pin));
        for (Event event : problem.events()) {
            OpenEvent open = open(event, pins.get(event.id()));
            events.put(event.id(), open);
            event.groups()
                    .forEach(group -> byGroup.computeIfAbsent(group, id -> new ArrayList<>())
                            .add(open));
        }
    }

    private static OpenEvent open(Event event, @Nullable Pin pin) {
        Set<TimePattern> times = new LinkedHashSet<>();
        Set<String> rooms = new LinkedHashSet<>();
        if (pin != null && pin.time() != null) {
            times.add(pin.time());
        } else {
            event.times().stream().map(TimeOption::pattern).forEach(times::add);
        }
        if (pin != null && pin.room() != null) {
            rooms.add(pin.room());
        } else {
            event.rooms().stream().map(RoomOption::room).forEach(rooms::add);
        }
        List<StaffAssignment> staff = pin == null ? List.of() : pin.staff();
        List<OpenNeed> needs = new ArrayList<>();
        for (StaffNeed need : event.staff()) {
            List<String> pinned = new ArrayList<>();
            Set<String> elsewhere = new LinkedHashSet<>();
            staff.forEach(assignment ->
                    (assignment.role().equals(need.role()) ? pinned : elsewhere).add(assignment.person()));
            Set<String> candidates = new LinkedHashSet<>(pinned);
            need.candidates().stream().map(PersonOption::person).forEach(candidates::add);
            candidates.removeAll(elsewhere);
            needs.add(new OpenNeed(
                    need.role(), need.count(), pinned.stream().distinct().toList(), candidates));
        }
        return new OpenEvent(event, pin, times, rooms, needs);
    }

    /** All events that take part in checks: nothing impossible was reported about them. */
    List<OpenEvent> open() {
        return open(events.values());
    }

    /** Those of some events that take part in checks. */
    List<OpenEvent> open(Collection<OpenEvent> some) {
        return some.stream().filter(event -> !event.conceded()).toList();
    }

    /** Those of some events, by id, that take part in checks; in the given order. */
    List<OpenEvent> openOf(List<String> ids) {
        return open(ids.stream().map(this::event).toList());
    }

    OpenEvent event(String id) {
        return Objects.requireNonNull(events.get(id));
    }

    Person person(String id) {
        return Objects.requireNonNull(people.get(id));
    }

    Room room(String id) {
        return Objects.requireNonNull(rooms.get(id));
    }

    Group group(String id) {
        return Objects.requireNonNull(groups.get(id));
    }

    /** The events of a group that take part in checks. */
    List<OpenEvent> ofGroup(String group) {
        return open(byGroup.getOrDefault(group, List.of()));
    }

    /** For each person the events, of those that take part in checks, that only they can give. */
    Map<String, List<OpenEvent>> forced() {
        Map<String, List<OpenEvent>> map = new LinkedHashMap<>();
        for (OpenEvent event : open()) {
            event.forced()
                    .forEach(person ->
                            map.computeIfAbsent(person, id -> new ArrayList<>()).add(event));
        }
        return map;
    }

    /** The hard constraints of one type. */
    <T extends Constraint> List<T> hard(Class<T> type) {
        return problem.constraints().stream()
                .filter(constraint -> constraint.strength() instanceof Strength.Hard)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    boolean personFree(String person, TimePattern time) {
        return free(person(person).unavailable(), time);
    }

    boolean roomFree(String room, TimePattern time) {
        return free(room(room).unavailable(), time);
    }

    static boolean free(List<TimePattern> unavailable, TimePattern time) {
        for (TimePattern blocked : unavailable) {
            if (blocked.overlaps(time)) {
                return false;
            }
        }
        return true;
    }

    Subject person(Person person) {
        return new Subject(Kind.PERSON, person.id(), Words.name(person.id(), person.name()));
    }

    Subject personSubject(String id) {
        return person(person(id));
    }

    Subject roomSubject(String id) {
        return new Subject(Kind.ROOM, id, Words.name(id, room(id).name()));
    }

    Subject groupSubject(String id) {
        return new Subject(Kind.GROUP, id, Words.name(id, group(id).name()));
    }

    static Subject subject(OpenEvent event) {
        return new Subject(Kind.EVENT, event.id(), Words.name(event.event));
    }

    static Subject pinSubject(OpenEvent event) {
        return new Subject(Kind.PIN, event.id(), Words.name(event.event));
    }

    static Subject subject(Constraint constraint) {
        return new Subject(Kind.CONSTRAINT, constraint.id(), RuleWords.of(constraint));
    }

    /** The given subjects, followed by the events. */
    static List<Subject> with(List<Subject> first, Collection<OpenEvent> events) {
        List<Subject> all = new ArrayList<>(first);
        events.forEach(event -> all.add(subject(event)));
        return all;
    }
}
