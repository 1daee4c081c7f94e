package org.horarium.engine.lns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.PairTable;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.WorkingDays;
import org.horarium.engine.state.State;
import org.jspecify.annotations.Nullable;

/**
 * The rules that say something about several free events at once: pairs of free events, and whatever counts over the days
 * of their groups and people or over sets they are in; and the fixed events that such counting needs.
 */
final class SharedRules {
    private final State state;
    private final CompiledProblem compiled;
    private final boolean[] isFree;
    private final TreeSet<Integer> groups = new TreeSet<>();
    private final TreeSet<Integer> people = new TreeSet<>();
    private final TreeSet<Integer> fixed = new TreeSet<>();
    private final Set<Integer> withRoom = new HashSet<>();
    private final List<Constraint> constraints = new ArrayList<>();

    SharedRules(State state, int[] free) {
        this.state = state;
        this.compiled = state.compiled();
        isFree = new boolean[compiled.events.count()];
        for (int event : free) {
            isFree[event] = true;
            Arrays.stream(compiled.events.groups()[event]).forEach(groups::add);
            for (int seat : compiled.staff.seatsOfEvent()[event]) {
                if (state.person(seat) >= 0) {
                    people.add(state.person(seat));
                }
            }
        }
        sets(free);
        calendars();
        pairs(free);
    }

    /** Groups of free events. */
    Set<Integer> groups() {
        return groups;
    }

    /** People who give free events. */
    Set<Integer> people() {
        return people;
    }

    /** Fixed events that count. */
    int[] fixed() {
        return fixed.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a fixed event counts by its room too. */
    boolean needsRoomOf(int event) {
        return withRoom.contains(event);
    }

    List<Constraint> constraints() {
        return constraints;
    }

    private void sets(int[] free) {
        for (SetTable table : new SetTable[] {
            compiled.constraints.workingDays,
            compiled.constraints.maxDays,
            compiled.constraints.dayLoads,
            compiled.constraints.cumulatives,
            compiled.constraints.selections.sets,
            compiled.constraints.stability
        }) {
            TreeSet<Integer> touched = new TreeSet<>();
            for (int event : free) {
                Arrays.stream(table.ofEvent[event]).forEach(touched::add);
            }
            for (int i : touched) {
                Set<String> present = new HashSet<>();
                for (int event : table.events[i]) {
                    if (isFree[event] || state.isPlaced(event)) {
                        present.add(compiled.event(event).id());
                        keep(event, table == compiled.constraints.stability);
                    }
                }
                constraints.add(narrowed(constraint(table.rule[i]), present));
            }
        }
    }

    private void keep(int event, boolean room) {
        if (!isFree[event]) {
            fixed.add(event);
            if (room) {
                withRoom.add(event);
            }
        }
    }

    private Constraint constraint(int rule) {
        return compiled.problem.constraints().get(rule - RuleTable.BUILT_IN);
    }

    /** The constraint over those of its events that are there. */
    private Constraint narrowed(Constraint constraint, Set<String> present) {
        if (constraint instanceof WorkingDays c) {
            return new WorkingDays(c.id(), only(c.events(), present), c.days(), c.strength());
        } else if (constraint instanceof RoomStability c) {
            return new RoomStability(c.id(), only(c.events(), present), c.rooms(), c.strength());
        } else if (constraint instanceof Distribution c) {
            return new Distribution(c.id(), c.rule(), only(c.events(), present), weighted(c.strength()));
        } else if (constraint instanceof Cumulative c) {
            return new Cumulative(
                    c.id(),
                    c.name(),
                    c.demands().stream()
                            .filter(demand -> present.contains(demand.event()))
                            .toList(),
                    c.capacity(),
                    c.strength());
        }
        throw new IllegalStateException("Constraint (%s) is none over a set of events.".formatted(constraint.id()));
    }

    private static List<String> only(List<String> events, Set<String> present) {
        return events.stream().filter(present::contains).toList();
    }

    /** Calendar rules of the groups and people of free events; all their other events count. */
    private void calendars() {
        Set<String> groupIds = new HashSet<>();
        Set<String> personIds = new HashSet<>();
        for (int group : groups) {
            if (!compiled.constraints.groupRules.isEmpty(group)) {
                groupIds.add(compiled.problem.groups().get(group).id());
            }
        }
        for (int person : people) {
            if (!compiled.constraints.personRules.isEmpty(person)) {
                personIds.add(compiled.problem.people().get(person).id());
            }
        }
        if (groupIds.isEmpty() && personIds.isEmpty()) {
            return;
        }
        for (int event = 0; event < isFree.length; event++) {
            if (!isFree[event] && state.isPlaced(event) && attendedBy(event, groupIds, personIds)) {
                fixed.add(event);
            }
        }
        for (Constraint constraint : compiled.problem.constraints()) {
            // The exact model has no words for changes of room; the state sees them when the answer is taken over.
            if (constraint instanceof CalendarConstraint c && !(c.rule() instanceof CalendarRule.MaxChanges)) {
                List<String> members = only(c.members(), c.kind() == MemberKind.GROUP ? groupIds : personIds);
                if (!members.isEmpty()) {
                    constraints.add(new CalendarConstraint(c.id(), c.rule(), c.kind(), members, c.strength()));
                }
            }
        }
    }

    private boolean attendedBy(int event, Set<String> groupIds, Set<String> personIds) {
        for (int group : compiled.events.groups()[event]) {
            if (groupIds.contains(compiled.problem.groups().get(group).id())) {
                return true;
            }
        }
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            int person = state.person(seat);
            if (person >= 0
                    && personIds.contains(compiled.problem.people().get(person).id())) {
                return true;
            }
        }
        return false;
    }

    /** Rules over two free events, and students whom two free events share. */
    private void pairs(int[] free) {
        PairTable table = compiled.constraints.pairs;
        for (int event : free) {
            for (int i = table.at[event]; i < table.at[event + 1]; i++) {
                int other = table.other[i];
                if (isFree[other] && isFirst(table.type[i], event, other)) {
                    for (int k = table.ruleAt[i]; k < table.ruleAt[i + 1]; k++) {
                        Constraint pair = pair(constraint(table.rule[k]), event, other);
                        if (pair != null) {
                            constraints.add(pair);
                        }
                    }
                }
            }
            for (int other : free) {
                int students = event < other ? state.enrolments().shared(event, other) : 0;
                if (students > 0) {
                    long price = students * compiled.students.weight;
                    constraints.add(new Distribution(
                            name("students", event, other),
                            new DistributionRule.SameAttendees(),
                            List.of(
                                    compiled.event(event).id(),
                                    compiled.event(other).id()),
                            Strength.soft((int) Math.min(Integer.MAX_VALUE / 4, price))));
                }
            }
        }
    }

    private String name(String rule, int event, int other) {
        return rule + ":" + compiled.event(event).id() + ":"
                + compiled.event(other).id();
    }

    /** Each pair is listed at both events; directed rules name the first. */
    private static boolean isFirst(byte type, int event, int other) {
        return switch (type) {
            case PairTable.BEFORE, PairTable.EARLIER_THAT_DAY -> true;
            case PairTable.AFTER, PairTable.LATER_THAT_DAY -> false;
            default -> event < other;
        };
    }

    private @Nullable Constraint pair(Constraint constraint, int event, int other) {
        List<String> ids =
                List.of(compiled.event(event).id(), compiled.event(other).id());
        String name = name(constraint.id(), event, other);
        if (constraint instanceof MinDaysBetween c) {
            return new MinDaysBetween(name, ids, c.days(), c.strength());
        } else if (constraint instanceof Distribution c) {
            return new Distribution(name, c.rule(), ids, weighted(c.strength()));
        }
        return null;
    }

    /** The penalty with the weight that the whole problem gives to distribution constraints. */
    private Strength weighted(Strength strength) {
        if (strength instanceof Strength.Soft soft) {
            long price = (long) soft.penalty() * compiled.problem.weights().distribution();
            return Strength.soft((int) Math.min(Integer.MAX_VALUE / 4, price));
        }
        return strength;
    }
}
