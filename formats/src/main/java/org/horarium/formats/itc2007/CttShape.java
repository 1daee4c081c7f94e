package org.horarium.formats.itc2007;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.WorkingDays;
import org.horarium.formats.FaultCollector;

/**
 * Finds the {@code .ctt} file that says a problem. The result is made into a problem again and compared: what differs is
 * what the format cannot say.
 */
final class CttShape {
    private final Problem problem;
    private final FaultCollector faults = new FaultCollector();
    private final Map<String, Integer> minDays = new HashMap<>();

    private CttShape(Problem problem) {
        this.problem = problem;
    }

    /** @throws org.horarium.formats.FormatException if there is no such file */
    static Ctt of(Problem problem) {
        return new CttShape(problem).shape();
    }

    private Ctt shape() {
        for (Constraint constraint : problem.constraints()) {
            constraint(constraint);
        }
        words("room", problem.rooms().stream().map(Room::id).toList());
        words("group", problem.groups().stream().map(group -> group.id()).toList());
        words("person", problem.people().stream().map(person -> person.id()).toList());
        words("event", problem.events().stream().map(Event::id).toList());
        Map<String, List<Event>> lectures = problem.events().stream()
                .collect(Collectors.groupingBy(
                        event -> Ctt.courseOf(event.id()), LinkedHashMap::new, Collectors.toList()));
        Map<String, BitSet> unavailable = new HashMap<>();
        List<Ctt.CttCourse> courses = new ArrayList<>();
        lectures.forEach((id, events) -> courses.add(course(id, events, unavailable)));
        Map<String, Integer> rooms = new LinkedHashMap<>();
        problem.rooms().forEach(room -> rooms.put(room.id(), room.capacity()));
        Map<String, Set<String>> curricula = new LinkedHashMap<>();
        problem.groups().forEach(group -> curricula.put(group.id(), new LinkedHashSet<>()));
        lectures.forEach((id, events) -> events.forEach(event -> event.groups()
                .forEach(group -> curricula
                        .computeIfAbsent(group, name -> new LinkedHashSet<>())
                        .add(id))));
        faults.throwIfAny();
        Map<String, List<String>> members = new LinkedHashMap<>();
        curricula.forEach((id, list) -> members.put(id, List.copyOf(list)));
        Ctt ctt = new Ctt(
                problem.name(),
                problem.grid().days(),
                problem.grid().slotsPerDay(),
                courses,
                rooms,
                members,
                unavailable);
        compare(new CttProblem(ctt).problem());
        faults.throwIfAny();
        return ctt;
    }

    private void constraint(Constraint constraint) {
        if (constraint instanceof WorkingDays days && !days.events().isEmpty()) {
            minDays.put(Ctt.courseOf(days.events().get(0)), days.days());
        }
        if (!canSay(constraint)) {
            faults.add(
                    "",
                    "ITC-2007 has no constraint like %s (%s) with this penalty.",
                    constraint.getClass().getSimpleName(),
                    constraint.id());
        }
    }

    /** Whether the format has a constraint of this kind, with this penalty. */
    static boolean canSay(Constraint constraint) {
        int penalty = -1;
        if (constraint instanceof WorkingDays days && !days.events().isEmpty()) {
            penalty = CttProblem.WORKING_DAY;
        } else if (constraint instanceof RoomStability stability && stability.rooms() == 1) {
            penalty = CttProblem.EXTRA_ROOM;
        } else if (constraint instanceof CalendarConstraint calendar
                && calendar.rule() instanceof CalendarRule.NoIsolatedSlot) {
            penalty = CttProblem.ISOLATED_LECTURE;
        }
        return constraint.strength() instanceof Strength.Soft soft && soft.penalty() == penalty;
    }

    /** The format separates by spaces. */
    private void words(String kind, List<String> ids) {
        ids.stream()
                .filter(id -> id.chars().anyMatch(Character::isWhitespace))
                .forEach(id -> faults.add("", "The id of the %s (%s) holds a space; ITC-2007 allows none.", kind, id));
    }

    private Ctt.CttCourse course(String id, List<Event> events, Map<String, BitSet> unavailable) {
        Event first = events.get(0);
        int periods = problem.grid().slotsPerDay();
        BitSet closed = new BitSet();
        closed.set(0, problem.grid().days() * periods);
        for (TimeOption option : first.times()) {
            closed.clear(Integer.numberOfTrailingZeros(option.pattern().days()) * periods
                    + option.pattern().start());
        }
        unavailable.put(id, closed);
        Map<String, Integer> capacities = problem.rooms().stream().collect(Collectors.toMap(Room::id, Room::capacity));
        // The number of students shows in the seats that are missing; where none are, the smallest room has enough.
        int students = first.rooms().stream()
                .filter(option -> option.penalty() > 0)
                .mapToInt(option -> option.penalty() + capacities.getOrDefault(option.room(), 0))
                .findFirst()
                .orElse(capacities.values().stream()
                        .mapToInt(Integer::intValue)
                        .min()
                        .orElse(0));
        String teacher =
                first.staff().isEmpty() || first.staff().get(0).candidates().isEmpty()
                        ? "none"
                        : first.staff().get(0).candidates().get(0).person();
        return new Ctt.CttCourse(id, teacher, events.size(), minDays.getOrDefault(id, 1), students);
    }

    private void compare(Problem said) {
        differ("grid", said.grid().equals(problem.grid()));
        differ(
                "unavailability of rooms, people or groups, or travel times",
                said.rooms().stream()
                                .map(room -> List.of(room.unavailable(), room.travel()))
                                .toList()
                                .equals(problem.rooms().stream()
                                        .map(room -> List.of(room.unavailable(), room.travel()))
                                        .toList())
                        && problem.people().stream()
                                .allMatch(person -> person.unavailable().isEmpty())
                        && problem.groups().stream()
                                .allMatch(group -> group.unavailable().isEmpty()));
        differ(
                "course demands of students",
                problem.courses().isEmpty() && problem.students().isEmpty());
        differ("weights", problem.weights().equals(said.weights()));
        differ("pins", problem.pins().isEmpty());
        Map<String, Event> events = said.events().stream().collect(Collectors.toMap(Event::id, event -> event));
        for (Event event : problem.events()) {
            Event other = events.get(event.id());
            boolean same = other != null
                    && Set.copyOf(other.times()).equals(Set.copyOf(event.times()))
                    && penalties(other).equals(penalties(event))
                    && other.staff().equals(event.staff())
                    && Set.copyOf(other.groups()).equals(Set.copyOf(event.groups()));
            if (!same) {
                faults.add("", "ITC-2007 cannot say the times, rooms, people or groups of event (%s).", event.id());
            }
        }
    }

    private static Map<String, Integer> penalties(Event event) {
        return event.rooms().stream().collect(Collectors.toMap(RoomOption::room, RoomOption::penalty));
    }

    private void differ(String what, boolean same) {
        if (!same) {
            faults.add("", "ITC-2007 cannot say this: %s.", what);
        }
    }
}
