package org.horarium.engine.lns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.state.State;
import org.jspecify.annotations.Nullable;

/**
 * The free events of a state as a problem of its own. Their candidates are those that break nothing with the fixed rest;
 * what they cost together with fixed events, pair by pair, is in the penalties of their times. Fixed events are in it only
 * where a rule counts over days or sets. People stay with their events.
 */
final class SubProblem {
    private static final int MOST_TIMES = 40;
    private static final int MOST_ROOMS = 8;
    private static final int MOST_EVENTS = 500;

    private final State state;
    private final CompiledProblem compiled;
    private final int[] free;
    private final SharedRules rules;
    private final Map<Integer, List<TimePattern>> occupied =
            new TreeMap<>(); // by room, fixed events that are not in it
    private final List<Event> events = new ArrayList<>();
    private final List<Placement> hint = new ArrayList<>();
    private final TreeSet<Integer> rooms = new TreeSet<>();

    private SubProblem(State state, int[] free) {
        this.state = state;
        this.compiled = state.compiled();
        this.free = free;
        this.rules = new SharedRules(state, free);
    }

    /**
     * Makes it.
     *
     * @param state in which the free events have no place
     * @param free the events
     * @param times time options they had, −1 for none
     * @param rooms room options they had
     * @return null when some event fits nowhere, or the part is too large
     */
    static @Nullable SubProblem of(State state, int[] free, int[] times, int[] rooms) {
        SubProblem sub = new SubProblem(state, free);
        if (free.length + sub.rules.fixed().length > MOST_EVENTS) {
            return null;
        }
        for (int i = 0; i < free.length; i++) {
            if (!sub.addFree(free[i], times[i], rooms[i])) {
                return null;
            }
        }
        for (int event : sub.rules.fixed()) {
            sub.addFixed(event);
        }
        sub.occupy();
        return sub;
    }

    Problem problem() {
        Problem whole = compiled.problem;
        return new Problem(
                "part of " + whole.name(),
                whole.grid(),
                rooms.stream().map(this::room).toList(),
                rules.people().stream()
                        .map(person -> {
                            Person record = whole.people().get(person);
                            return new Person(record.id(), record.name(), record.unavailable());
                        })
                        .toList(),
                rules.groups().stream()
                        .map(group -> {
                            Group record = whole.groups().get(group);
                            return new Group(record.id(), record.name(), record.size(), record.unavailable());
                        })
                        .toList(),
                events,
                List.of(),
                List.of(),
                rules.constraints(),
                new Weights(1, 1, 0, 1, 0),
                List.of());
    }

    /** Where the free events were. */
    Plan hint() {
        return new Plan(hint, Map.of());
    }

    private Room room(int number) {
        Room record = compiled.problem.rooms().get(number);
        List<TimePattern> closed = new ArrayList<>(record.unavailable());
        closed.addAll(occupied.getOrDefault(number, List.of()));
        return new Room(record.id(), record.name(), record.capacity(), record.building(), closed, Map.of());
    }

    private boolean addFree(int event, int oldTime, int oldRoom) {
        int[] options = compiled.events.times()[event];
        int[] roomOptions = keptRooms(event, oldRoom);
        List<TimeOption> times = new ArrayList<>();
        boolean[] used = new boolean[roomOptions.length];
        long[] cost = new long[options.length];
        List<Integer> fitting = new ArrayList<>();
        for (int t = 0; t < options.length; t++) {
            cost[t] = Long.MAX_VALUE;
            for (int r = 0; r < roomOptions.length; r++) {
                if (state.evaluate(event, t, roomOptions[r], true)) {
                    used[r] = true;
                    long ownCost = roomOptions[r] < 0 ? 0 : compiled.events.roomCosts()[event][roomOptions[r]];
                    cost[t] = Math.min(cost[t], state.costByPairs(event, t, roomOptions[r]) - ownCost);
                }
            }
            if (cost[t] < Long.MAX_VALUE) {
                fitting.add(t);
            }
        }
        if (fitting.isEmpty()) {
            return false;
        }
        fitting.sort(Comparator.<Integer>comparingInt(t -> t == oldTime ? 0 : 1).thenComparingLong(t -> cost[t]));
        for (int t : fitting.subList(0, Math.min(MOST_TIMES, fitting.size()))) {
            times.add(new TimeOption(compiled.patterns.record(options[t]), clamp(cost[t])));
        }
        List<RoomOption> kept = new ArrayList<>();
        for (int r = 0; r < roomOptions.length; r++) {
            if (used[r] && roomOptions[r] >= 0) {
                int number = compiled.events.rooms()[event][roomOptions[r]];
                rooms.add(number);
                kept.add(new RoomOption(
                        compiled.problem.rooms().get(number).id(),
                        clamp(compiled.events.roomCosts()[event][roomOptions[r]])));
            }
        }
        Event record = compiled.event(event);
        events.add(new Event(record.id(), record.name(), times, kept, record.needsRoom(), staff(event), groups(event)));
        if (oldTime >= 0) {
            String room = oldRoom < 0
                    ? null
                    : compiled.problem
                            .rooms()
                            .get(compiled.events.rooms()[event][oldRoom])
                            .id();
            hint.add(new Placement(record.id(), compiled.patterns.record(options[oldTime]), room, assignments(event)));
        }
        return true;
    }

    private static int clamp(long cost) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE / 4, cost));
    }

    /** Room options that are worth looking at: the cheapest, and the one it had; {−1} where none is needed. */
    private int[] keptRooms(int event, int oldRoom) {
        if (!compiled.events.needsRoom()[event]) {
            return new int[] {-1};
        }
        long[] costs = compiled.events.roomCosts()[event];
        int[] cheapest = IntStream.range(0, costs.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(r -> r == oldRoom ? 0 : 1)
                        .thenComparingInt(r -> isTaken(event, r) ? 1 : 0)
                        .thenComparingLong(r -> costs[r]))
                .mapToInt(Integer::intValue)
                .toArray();
        return Arrays.copyOf(cheapest, Math.min(cheapest.length, MOST_ROOMS));
    }

    /** Whether a room is taken at all times of an event. */
    private boolean isTaken(int event, int option) {
        int room = compiled.events.rooms()[event][option];
        for (int pattern : compiled.events.times()[event]) {
            if (state.isRoomFree(room, pattern, compiled.patterns.none)) {
                return false;
            }
        }
        return true;
    }

    private void addFixed(int event) {
        Event record = compiled.event(event);
        boolean inRoom = state.room(event) >= 0 && rules.needsRoomOf(event);
        if (inRoom) {
            rooms.add(state.room(event));
        }
        events.add(new Event(
                record.id(),
                record.name(),
                List.of(new TimeOption(compiled.patterns.record(state.pattern(event)), 0)),
                inRoom
                        ? List.of(new RoomOption(
                                compiled.problem.rooms().get(state.room(event)).id(), 0))
                        : List.of(),
                inRoom,
                staff(event),
                groups(event)));
    }

    /** Closes the rooms while fixed events that are not in the part, or not with their rooms, are there. */
    private void occupy() {
        boolean[] inside = new boolean[compiled.events.count()];
        for (int event : free) {
            inside[event] = true;
        }
        for (int event : rules.fixed()) {
            inside[event] = rules.needsRoomOf(event);
        }
        for (int room : rooms) {
            List<TimePattern> taken = new ArrayList<>();
            for (int event = state.firstInRoom(room); event >= 0; event = state.nextInRoom(event)) {
                if (!inside[event]) {
                    taken.add(compiled.patterns.record(state.pattern(event)));
                }
            }
            occupied.put(room, taken);
        }
    }

    private List<String> groups(int event) {
        return Arrays.stream(compiled.events.groups()[event])
                .filter(rules.groups()::contains)
                .mapToObj(group -> compiled.problem.groups().get(group).id())
                .toList();
    }

    /** Needs that only those who have them now can fill. */
    private List<StaffNeed> staff(int event) {
        Map<String, List<PersonOption>> byRole = new HashMap<>();
        for (StaffAssignment assignment : assignments(event)) {
            List<PersonOption> people = byRole.computeIfAbsent(assignment.role(), role -> new ArrayList<>());
            if (people.stream().noneMatch(option -> option.person().equals(assignment.person()))) {
                people.add(new PersonOption(assignment.person(), 0));
            }
        }
        return byRole.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new StaffNeed(entry.getKey(), entry.getValue().size(), entry.getValue()))
                .toList();
    }

    private List<StaffAssignment> assignments(int event) {
        List<StaffAssignment> result = new ArrayList<>();
        int[] decisions = compiled.staff.decisionsOfEvent()[event];
        for (int i = 0; i < decisions.length; i++) {
            String role = compiled.event(event)
                    .staff()
                    .get(compiled.staff.needOfEvent()[event][i])
                    .role();
            for (int seat : compiled.staff.seatsOf()[decisions[i]]) {
                int person = state.person(seat);
                if (person >= 0 && rules.people().contains(person)) {
                    result.add(new StaffAssignment(
                            role, compiled.problem.people().get(person).id()));
                }
            }
        }
        return result;
    }
}
