package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.TimePattern;

/** The variables of one event: its times, its rooms, its people, and (made when asked for) their combinations. */
final class EventVars {
    final Event event;
    final List<Choice<TimePattern>> times;
    final List<Choice<String>> rooms;
    final List<Role> roles;
    private final CpModel model;
    private final Map<String, List<BoolVar>> inRoom = new LinkedHashMap<>();
    private final Map<String, List<List<BoolVar>>> byPerson = new LinkedHashMap<>();

    /** One role and who may fill it. */
    record Role(String name, int count, List<Choice<String>> people) {}

    EventVars(
            CpModel model, Event event, List<Choice<TimePattern>> times, List<Choice<String>> rooms, List<Role> roles) {
        this.model = model;
        this.event = event;
        this.times = times;
        this.rooms = rooms;
        this.roles = roles;
    }

    String id() {
        return event.id();
    }

    /** For each time in turn: whether the event is then. */
    List<BoolVar> at() {
        return times.stream().map(Choice::chosen).toList();
    }

    /** For each time in turn: whether the event is then, and in a room. Empty when it cannot be in it. */
    List<BoolVar> atIn(String room) {
        if (inRoom.isEmpty() && !rooms.isEmpty()) {
            if (rooms.size() == 1) {
                inRoom.put(rooms.get(0).value(), at());
            } else {
                combine(rooms, 1).forEach(inRoom::put);
            }
        }
        return inRoom.getOrDefault(room, List.of());
    }

    /** For each role a person may have, and each time in turn: whether the event is then, given by the person. */
    List<List<BoolVar>> atBy(String person) {
        if (byPerson.isEmpty()) {
            for (Role role : roles) {
                Map<String, List<BoolVar>> combined;
                if (role.people.size() <= role.count) {
                    combined = new LinkedHashMap<>();
                    role.people.forEach(choice -> combined.put(choice.value(), at()));
                } else {
                    combined = combine(role.people, role.count);
                }
                combined.forEach((id, variables) ->
                        byPerson.computeIfAbsent(id, key -> new ArrayList<>()).add(variables));
            }
        }
        return byPerson.getOrDefault(person, List.of());
    }

    /** Variables "this choice at that time": they sum to the choice over the times, and to count × time over choices. */
    private Map<String, List<BoolVar>> combine(List<Choice<String>> choices, int count) {
        Map<String, List<BoolVar>> combined = new LinkedHashMap<>();
        for (Choice<String> choice : choices) {
            List<BoolVar> row = new ArrayList<>();
            times.forEach(time -> row.add(model.newBoolVar("")));
            model.addEquality(LinearExpr.sum(row.toArray(BoolVar[]::new)), choice.chosen());
            combined.put(choice.value(), row);
        }
        for (int t = 0; t < times.size(); t++) {
            int column = t;
            BoolVar[] atTime =
                    combined.values().stream().map(row -> row.get(column)).toArray(BoolVar[]::new);
            for (BoolVar both : atTime) {
                model.addImplication(both, times.get(t).chosen());
            }
            model.addEquality(
                    LinearExpr.sum(atTime), LinearExpr.term(times.get(t).chosen(), count));
        }
        return combined;
    }
}
