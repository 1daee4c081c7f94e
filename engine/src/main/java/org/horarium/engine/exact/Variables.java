package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.horarium.engine.exact.Rule.Kind;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.jspecify.annotations.Nullable;

/** Makes the variables of all events: one time, one room, the needed people; pins. */
final class Variables {
    private final CpModel model;
    private final Problem problem;
    private final Rules rules;
    private final Map<String, Pin> pins = new HashMap<>();
    private final Map<String, EventVars> events = new LinkedHashMap<>();

    Variables(CpModel model, Problem problem, Rules rules) {
        this.model = model;
        this.problem = problem;
        this.rules = rules;
        problem.pins().forEach(pin -> pins.put(pin.event(), pin));
        for (Event event : problem.events()) {
            if (!rules.leftOut(Rule.of(Kind.EVENT, event.id()))) {
                events.put(event.id(), make(event, pins.get(event.id())));
            }
        }
    }

    /** The events of the model. */
    Collection<EventVars> all() {
        return events.values();
    }

    /** Those of some events that are in the model, in the given order. */
    List<EventVars> of(List<String> ids) {
        return ids.stream().map(events::get).filter(Objects::nonNull).toList();
    }

    /** Whether all of some events are in the model. */
    boolean complete(List<String> ids) {
        return ids.stream().noneMatch(id -> rules.leftOut(Rule.of(Kind.EVENT, id)));
    }

    private EventVars make(Event event, @Nullable Pin pin) {
        BoolVar unplaced = rules.broken(Rule.of(Kind.EVENT, event.id()));
        Rule pinRule = Rule.of(Kind.PIN, event.id());
        boolean pinned = pin != null && rules.kept(pinRule);
        List<Choice<TimePattern>> times = new ArrayList<>();
        times(event, pin, pinned).forEach((time, extra) -> times.add(choice(time, extra, Kind.TIMES, event)));
        exactly(times, 1, unplaced);
        List<Choice<String>> rooms = new ArrayList<>();
        rooms(event, pin, pinned).forEach((room, extra) -> rooms.add(choice(room, extra, Kind.ROOMS, event)));
        boolean needsRoom = event.needsRoom() || (pinned && pin != null && pin.room() != null);
        if (needsRoom) {
            exactly(rooms, 1, unplaced);
        } else if (!rooms.isEmpty()) {
            model.addAtMostOne(rooms.stream().map(Choice::chosen).toArray(BoolVar[]::new));
        }
        List<EventVars.Role> roles = new ArrayList<>();
        Map<String, List<BoolVar>> ofPerson = new LinkedHashMap<>();
        for (StaffNeed need : event.staff()) {
            List<Choice<String>> people = new ArrayList<>();
            staff(event, need, pin).forEach((person, extra) -> people.add(choice(person, extra, Kind.STAFF, event)));
            exactly(people, need.count(), unplaced);
            people.forEach(choice -> ofPerson.computeIfAbsent(choice.value(), id -> new ArrayList<>())
                    .add(choice.chosen()));
            roles.add(new EventVars.Role(need.role(), need.count(), people));
        }
        ofPerson.values().stream()
                .filter(seats -> seats.size() > 1)
                .forEach(seats -> model.addAtMostOne(seats.toArray(BoolVar[]::new)));
        EventVars vars = new EventVars(model, event, times, rooms, roles);
        if (pin != null && !rules.leftOut(pinRule)) {
            pin(vars, pin, pinRule);
        }
        return vars;
    }

    /** A choice; an extra one, beyond the candidates, only when the rule of the candidates is broken. */
    private <T> Choice<T> choice(T value, boolean extra, Kind kind, Event event) {
        BoolVar chosen = model.newBoolVar(event.id() + " " + value);
        if (extra) {
            rules.forbid(chosen, Rule.of(kind, event.id()));
        }
        return new Choice<>(value, chosen, extra);
    }

    private <T> void exactly(List<Choice<T>> choices, int count, @Nullable BoolVar unplaced) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        choices.forEach(choice -> sum.add(choice.chosen()));
        if (unplaced != null) {
            sum.addTerm(unplaced, count);
        }
        model.addEquality(sum, count);
    }

    private void pin(EventVars vars, Pin pin, Rule rule) {
        if (pin.time() != null) {
            fix(vars.times, pin.time(), rule);
        }
        if (pin.room() != null) {
            fix(vars.rooms, pin.room(), rule);
        }
        for (StaffAssignment assignment : pin.staff()) {
            List<Choice<String>> people = vars.roles.stream()
                    .filter(role -> role.name().equals(assignment.role()))
                    .flatMap(role -> role.people().stream())
                    .toList();
            fix(people, assignment.person(), rule);
        }
    }

    private <T> void fix(List<Choice<T>> choices, T value, Rule rule) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        choices.stream().filter(choice -> choice.value().equals(value)).forEach(choice -> sum.add(choice.chosen()));
        BoolVar unplaced = rules.broken(Rule.of(Kind.EVENT, rule.id()));
        if (unplaced != null) {
            sum.add(unplaced);
        }
        rules.guard(model.addEquality(sum, 1), rule);
    }

    /** Possible times; true for those beyond the candidates. */
    private Map<TimePattern, Boolean> times(Event event, @Nullable Pin pin, boolean pinned) {
        Map<TimePattern, Boolean> times = new LinkedHashMap<>();
        if (pin != null && pin.time() != null) {
            times.put(pin.time(), false);
            if (pinned) {
                return times;
            }
        }
        event.times().forEach(option -> times.put(option.pattern(), false));
        if (!rules.kept(Rule.of(Kind.TIMES, event.id()))) {
            more(event).forEach(time -> times.putIfAbsent(time, true));
        }
        return times;
    }

    /** Times of the same length and weeks that other events may have: they respect breaks. */
    private Set<TimePattern> more(Event event) {
        record Shape(long weeks, int days, int length) {}
        Set<Shape> shapes = new LinkedHashSet<>();
        event.times()
                .forEach(option -> shapes.add(new Shape(
                        option.pattern().weeks(),
                        Integer.bitCount(option.pattern().days()),
                        option.pattern().length())));
        Set<TimePattern> more = new LinkedHashSet<>();
        for (Event other : problem.events()) {
            for (TimeOption option : other.times()) {
                TimePattern time = option.pattern();
                if (shapes.contains(new Shape(time.weeks(), Integer.bitCount(time.days()), time.length()))) {
                    more.add(time);
                }
            }
        }
        return more;
    }

    private Map<String, Boolean> rooms(Event event, @Nullable Pin pin, boolean pinned) {
        Map<String, Boolean> rooms = new LinkedHashMap<>();
        if (pin != null && pin.room() != null) {
            rooms.put(pin.room(), false);
            if (pinned) {
                return rooms;
            }
        }
        event.rooms().stream().map(RoomOption::room).forEach(room -> rooms.put(room, false));
        if (event.needsRoom() && !rules.kept(Rule.of(Kind.ROOMS, event.id()))) {
            int seats = problem.rooms().stream()
                    .filter(room -> rooms.containsKey(room.id()))
                    .mapToInt(Room::capacity)
                    .min()
                    .orElse(0);
            problem.rooms().stream()
                    .filter(room -> room.capacity() >= seats)
                    .forEach(room -> rooms.putIfAbsent(room.id(), true));
        }
        return rooms;
    }

    private Map<String, Boolean> staff(Event event, StaffNeed need, @Nullable Pin pin) {
        Map<String, Boolean> people = new LinkedHashMap<>();
        need.candidates().stream().map(PersonOption::person).forEach(person -> people.put(person, false));
        if (pin != null) {
            pin.staff().stream()
                    .filter(assignment -> assignment.role().equals(need.role()))
                    .forEach(assignment -> people.put(assignment.person(), false));
        }
        if (!rules.kept(Rule.of(Kind.STAFF, event.id()))) {
            problem.events().stream()
                    .flatMap(other -> other.staff().stream())
                    .filter(other -> other.role().equals(need.role()))
                    .flatMap(other -> other.candidates().stream())
                    .forEach(option -> people.putIfAbsent(option.person(), true));
        }
        return people;
    }
}
