package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.exact.Rule.Kind;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.TimePattern;

/** Nobody, no room and no group in two places, or where they are unavailable. */
final class Clashes {
    private final CpModel model;
    private final WeekCells cells;
    private final Variables variables;
    private final Rules rules;

    Clashes(CpModel model, WeekCells cells, Variables variables, Rules rules) {
        this.model = model;
        this.cells = cells;
        this.variables = variables;
        this.rules = rules;
    }

    /** A time at which something is used, if the variable is true. */
    record Use(TimePattern time, BoolVar chosen) {}

    void add(Problem problem) {
        for (Room room : problem.rooms()) {
            add(
                    uses(variables, Kind.ROOM_CLASH, room.id()),
                    Kind.ROOM_CLASH,
                    Kind.ROOM_AWAY,
                    room.id(),
                    room.unavailable());
        }
        for (Person person : problem.people()) {
            add(
                    uses(variables, Kind.PERSON_CLASH, person.id()),
                    Kind.PERSON_CLASH,
                    Kind.PERSON_AWAY,
                    person.id(),
                    person.unavailable());
        }
        for (Group group : problem.groups()) {
            add(
                    uses(variables, Kind.GROUP_CLASH, group.id()),
                    Kind.GROUP_CLASH,
                    Kind.GROUP_AWAY,
                    group.id(),
                    group.unavailable());
        }
    }

    /** When a room, person or group is used; the kind is that of its clash rule. */
    static List<Use> uses(Variables variables, Kind kind, String id) {
        List<Use> uses = new ArrayList<>();
        for (EventVars event : variables.all()) {
            if (kind == Kind.ROOM_CLASH) {
                add(uses, event, event.atIn(id));
            } else if (kind == Kind.PERSON_CLASH) {
                event.atBy(id).forEach(row -> add(uses, event, row));
            } else if (event.event.groups().contains(id)) {
                add(uses, event, event.at());
            }
        }
        return uses;
    }

    private static void add(List<Use> uses, EventVars event, List<BoolVar> row) {
        for (int t = 0; t < row.size(); t++) {
            uses.add(new Use(event.times.get(t).value(), row.get(t)));
        }
    }

    private void add(List<Use> uses, Kind clash, Kind away, String id, List<TimePattern> unavailable) {
        for (int k = 0; k < unavailable.size(); k++) {
            Rule rule = new Rule(away, id, Integer.toString(k));
            TimePattern blocked = unavailable.get(k);
            uses.stream().filter(use -> use.time.overlaps(blocked)).forEach(use -> rules.forbid(use.chosen, rule));
        }
        if (!rules.leftOut(Rule.of(clash, id))) {
            atMostOne(uses);
        }
    }

    /** In each cell at most one of the uses. Cells with the same uses are looked at once. */
    private void atMostOne(List<Use> uses) {
        Map<Integer, BitSet> atCell = new HashMap<>();
        for (int u = 0; u < uses.size(); u++) {
            int use = u;
            cells.of(uses.get(u).time).stream()
                    .forEach(cell ->
                            atCell.computeIfAbsent(cell, key -> new BitSet()).set(use));
        }
        for (BitSet set : new HashSet<>(atCell.values())) {
            Set<BoolVar> chosen = new LinkedHashSet<>();
            set.stream().forEach(use -> chosen.add(uses.get(use).chosen));
            if (chosen.size() > 1) {
                model.addAtMostOne(chosen.toArray(BoolVar[]::new));
            }
        }
    }
}
