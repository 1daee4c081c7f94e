package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

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
            add(Kind.ROOM_CLASH, Kind.ROOM_AWAY, room.id(), room.unavailable());
        }
        for (Person person : problem.people()) {
            add(Kind.PERSON_CLASH, Kind.PERSON_AWAY, person.id(), person.unavailable());
        }
        for (Group group : problem.groups()) {
            add(Kind.GROUP_CLASH, Kind.GROUP_AWAY, group.id(), group.unavailable());
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

    private void add(Kind clash, Kind away, String id, List<TimePattern> unavailable) {
        boolean matters = !rules.leftOut(Rule.of(clash, id));
        for (int k = 0; k < unavailable.size() && !matters; k++) {
            matters = !rules.leftOut(new Rule(away, id, Integer.toString(k)));
        }
        if (!matters) {
            return; // Combinations of times with this person or room are not needed.
        }
        List<Use> uses = uses(variables, clash, id);
        for (int k = 0; k < unavailable.size(); k++) {
            Rule rule = new Rule(away, id, Integer.toString(k));
            TimePattern blocked = unavailable.get(k);
            uses.stream().filter(use -> use.time.overlaps(blocked)).forEach(use -> rules.forbid(use.chosen, rule));
        }
        if (!rules.leftOut(Rule.of(clash, id))) {
            atMostOne(uses);
            enough(clash, away, id, unavailable);
        }
    }

    /**
     * Follows from the rest, but solvers are bad at counting (pigeons and holes): the cells of the events that use
     * something are no more than the cells at which they can be, and those that broken rules add.
     */
    private void enough(Kind clash, Kind away, String id, List<TimePattern> unavailable) {
        BitSet cellsOfAll = new BitSet();
        LinearExprBuilder used = LinearExpr.newBuilder();
        for (EventVars event : variables.all()) {
            LinearArgument present = present(event, clash, id);
            if (present == null) {
                continue;
            }
            int least = Integer.MAX_VALUE;
            for (Choice<TimePattern> choice : event.times) {
                least = Math.min(least, cells.count(choice.value()));
                if (!choice.extra() && possible(choice.value(), away, id, unavailable)) {
                    cellsOfAll.or(cells.of(choice.value()));
                }
            }
            if (!event.times.isEmpty()) {
                used.addTerm(present, least);
                BoolVar elsewhere = rules.broken(Rule.of(Kind.TIMES, event.id()));
                if (elsewhere != null) {
                    used.addTerm(elsewhere, -least);
                }
            }
        }
        for (int k = 0; k < unavailable.size(); k++) {
            BoolVar opened = rules.broken(new Rule(away, id, Integer.toString(k)));
            if (opened != null) {
                used.addTerm(opened, -cells.count(unavailable.get(k)));
            }
        }
        model.addLessOrEqual(used, cellsOfAll.cardinality());
    }

    /** Whether something is free, or unavailability is not looked at. */
    private boolean possible(TimePattern time, Kind away, String id, List<TimePattern> unavailable) {
        for (int k = 0; k < unavailable.size(); k++) {
            if (unavailable.get(k).overlaps(time) && !rules.leftOut(new Rule(away, id, Integer.toString(k)))) {
                return false;
            }
        }
        return true;
    }

    /** 1 when an event uses something, 0 when not; null when it never does. */
    private @Nullable LinearArgument present(EventVars event, Kind clash, String id) {
        if (clash == Kind.GROUP_CLASH) {
            return event.event.groups().contains(id) ? LinearExpr.sum(event.at().toArray(BoolVar[]::new)) : null;
        }
        List<Choice<String>> choices = clash == Kind.ROOM_CLASH
                ? event.rooms
                : event.roles.stream().flatMap(role -> role.people().stream()).toList();
        BoolVar[] chosen = choices.stream()
                .filter(choice -> choice.value().equals(id))
                .map(Choice::chosen)
                .toArray(BoolVar[]::new);
        return chosen.length == 0 ? null : LinearExpr.sum(chosen);
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
        for (BitSet set : new LinkedHashSet<>(atCell.values())) {
            Set<BoolVar> chosen = new LinkedHashSet<>();
            set.stream().forEach(use -> chosen.add(uses.get(use).chosen));
            if (chosen.size() > 1) {
                model.addAtMostOne(chosen.toArray(BoolVar[]::new));
            }
        }
    }
}
