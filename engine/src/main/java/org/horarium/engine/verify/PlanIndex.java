package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.text.Words;
import org.jspecify.annotations.Nullable;

/** The plan looked up by id, room, person and group. Of several placements of one event it knows the first. */
final class PlanIndex {
    final Problem problem;
    final Plan plan;
    final Words words;
    final Map<String, Event> events;
    final Map<String, Room> rooms;
    final Map<String, Person> people;
    final Map<String, Group> groups;
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final Map<String, List<Placed>> byRoom = new LinkedHashMap<>();
    private final Map<String, List<Placed>> byPerson = new LinkedHashMap<>();
    private final Map<String, List<Placed>> byGroup = new LinkedHashMap<>();

    PlanIndex(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.words = new Words(problem.grid());
        events = byId(problem.events(), Event::id);
        rooms = byId(problem.rooms(), Room::id);
        people = byId(problem.people(), Person::id);
        groups = byId(problem.groups(), Group::id);
        Map<String, Placement> first = new HashMap<>();
        plan.placements().forEach(placement -> first.putIfAbsent(placement.event(), placement));
        for (Event event : problem.events()) {
            Placement placement = first.get(event.id());
            if (placement != null) {
                add(new Placed(event, placement.time(), placement.room(), placement.staff()));
            }
        }
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(id.apply(item), item));
        return map;
    }

    private void add(Placed item) {
        placed.put(item.id(), item);
        if (item.room() != null) {
            byRoom.computeIfAbsent(item.room(), room -> new ArrayList<>()).add(item);
        }
        item.people()
                .forEach(person -> byPerson.computeIfAbsent(person, id -> new ArrayList<>())
                        .add(item));
        item.event()
                .groups()
                .forEach(group ->
                        byGroup.computeIfAbsent(group, id -> new ArrayList<>()).add(item));
    }

    /** All placed events, in the problem's order. */
    Collection<Placed> placed() {
        return placed.values();
    }

    /** Where an event is; null when it is not placed. */
    @Nullable
    Placed placed(String event) {
        return placed.get(event);
    }

    /** Those of the events that are placed, in the given order. */
    List<Placed> placed(List<String> ids) {
        return ids.stream().map(placed::get).filter(Objects::nonNull).toList();
    }

    List<Placed> inRoom(String room) {
        return byRoom.getOrDefault(room, List.of());
    }

    List<Placed> ofPerson(String person) {
        return byPerson.getOrDefault(person, List.of());
    }

    List<Placed> ofGroup(String group) {
        return byGroup.getOrDefault(group, List.of());
    }

    /** Slots needed between two rooms, in whichever of them it is listed; 0 when an event has no room. */
    int travel(@Nullable String from, @Nullable String to) {
        Room one = from == null ? null : rooms.get(from);
        Room other = to == null ? null : rooms.get(to);
        if (one == null || other == null || one.id().equals(other.id())) {
            return 0;
        }
        return Math.max(one.travel().getOrDefault(other.id(), 0), other.travel().getOrDefault(one.id(), 0));
    }

    /** Whether somebody can attend both: they share no day, or one ends early enough to walk to the other. */
    boolean attendable(Placed a, Placed b) {
        if (!a.time().sharesDay(b.time())) {
            return true;
        }
        int travel = travel(a.room(), b.room());
        return a.time().end() + travel <= b.time().start()
                || b.time().end() + travel <= a.time().start();
    }
}
