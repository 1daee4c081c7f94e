package org.horarium.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.WorkingDays;

/**
 * The full-recompute twin of {@link State}: units of every rule and cost of every component, from the assignment alone and
 * from the records of the problem, slot by slot and pair by pair. Slow, and meant to be read.
 */
public final class FullScore {
    private final State state;
    private final CompiledProblem compiled;
    private final Problem problem;
    private final long[] units;
    private final long[] costs = new long[CostComponent.values().length];
    private final Map<String, Integer> eventNumbers = new HashMap<>();
    private final Map<String, Integer> personNumbers = new HashMap<>();
    private final Map<String, Integer> groupNumbers = new HashMap<>();
    private final Map<Integer, List<TimePattern>> rooms = new HashMap<>();
    private final Map<Integer, List<TimePattern>> people = new HashMap<>();
    private final Map<Integer, List<TimePattern>> groups = new HashMap<>();

    private FullScore(State state) {
        this.state = state;
        this.compiled = state.compiled();
        this.problem = compiled.problem;
        this.units = new long[compiled.rules.count];
        problem.events().forEach(event -> eventNumbers.put(event.id(), eventNumbers.size()));
        problem.people().forEach(person -> personNumbers.put(person.id(), personNumbers.size()));
        problem.groups().forEach(group -> groupNumbers.put(group.id(), groupNumbers.size()));
    }

    /** Computes the score of a state from scratch. */
    public static FullScore of(State state) {
        FullScore score = new FullScore(state);
        score.clashes();
        score.options();
        score.students();
        for (int i = 0; i < score.problem.constraints().size(); i++) {
            score.constraint(RuleTable.BUILT_IN + i, score.problem.constraints().get(i));
        }
        for (int rule = 0; rule < score.units.length; rule++) {
            if (!score.compiled.rules.hard[rule]) {
                score.costs[score.compiled.rules.component[rule]] += score.compiled.rules.cost(rule, score.units[rule]);
            }
        }
        return score;
    }

    /** Everything in which a state's running score differs from this; empty if nothing. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        Ledger ledger = state.ledger();
        long hard = 0;
        for (int rule = 0; rule < units.length; rule++) {
            if (ledger.units(rule) != units[rule]) {
                differences.add("rule %d (%s): running %d, recomputed %d"
                        .formatted(rule, name(rule), ledger.units(rule), units[rule]));
            }
            hard += compiled.rules.hard[rule] ? units[rule] * ledger.weight(rule) : 0;
        }
        long soft = 0;
        for (int c = 0; c < costs.length; c++) {
            soft += costs[c];
            if (ledger.costs()[c] != costs[c]) {
                differences.add("cost %s: running %d, recomputed %d"
                        .formatted(CostComponent.values()[c], ledger.costs()[c], costs[c]));
            }
        }
        if (ledger.hard() != hard || ledger.soft() != soft) {
            differences.add(
                    "total: running %d/%d, recomputed %d/%d".formatted(ledger.hard(), ledger.soft(), hard, soft));
        }
        return differences;
    }

    private String name(int rule) {
        return rule < RuleTable.BUILT_IN
                ? "built in"
                : problem.constraints().get(rule - RuleTable.BUILT_IN).toString();
    }

    private List<Integer> placed() {
        List<Integer> placed = new ArrayList<>();
        for (int e = 0; e < problem.events().size(); e++) {
            if (state.isPlaced(e)) {
                placed.add(e);
            }
        }
        return placed;
    }

    private TimePattern at(int event) {
        return compiled.patterns.record(state.pattern(event));
    }

    private void clashes() {
        units[RuleTable.UNPLACED] = problem.events().size() - placed().size();
        for (int e : placed()) {
            if (state.room(e) >= 0) {
                add(rooms, state.room(e), e);
            }
            for (int group : compiled.events.groups()[e]) {
                add(groups, group, e);
            }
            for (int seat : compiled.staff.seatsOfEvent()[e]) {
                if (state.person(seat) >= 0) {
                    add(people, state.person(seat), e);
                } else {
                    units[RuleTable.VACANT]++;
                }
            }
        }
        rooms.forEach((room, times) -> units[RuleTable.ROOM] +=
                clashes(times, problem.rooms().get(room).unavailable()));
        people.forEach((person, times) -> units[RuleTable.PERSON] +=
                clashes(times, problem.people().get(person).unavailable()));
        groups.forEach((group, times) -> units[RuleTable.GROUP] +=
                clashes(times, problem.groups().get(group).unavailable()));
    }

    private void add(Map<Integer, List<TimePattern>> map, int member, int event) {
        map.computeIfAbsent(member, key -> new ArrayList<>()).add(at(event));
    }

    private long clashes(List<TimePattern> times, List<TimePattern> unavailable) {
        long sum = 0;
        for (int[][] week : weeksOf(times)) {
            for (int[] day : week) {
                for (int count : day) {
                    sum += Math.max(0, count - 1);
                }
            }
        }
        if (!unavailable.isEmpty()) {
            int[][][] closed = weeksOf(unavailable);
            for (TimePattern time : times) {
                sum += slotsIn(time, closed);
            }
        }
        return sum;
    }

    /** In how many slots of the time something is in the grid. */
    private long slotsIn(TimePattern time, int[][][] grid) {
        long sum = 0;
        for (int w = 0; w < grid.length; w++) {
            for (int d = 0; d < compiled.axis.days; d++) {
                if ((time.weeks() & compiled.axis.classes.weeksOf(w)) != 0 && (time.days() >> d & 1) != 0) {
                    for (int s = time.start(); s < time.end(); s++) {
                        sum += grid[w][d][s] > 0 ? 1 : 0;
                    }
                }
            }
        }
        return sum;
    }

    /** How many of the times meet, by week class, day and slot. */
    private int[][][] weeksOf(List<TimePattern> times) {
        int[][][] grid = new int[compiled.axis.classes.count][compiled.axis.days][compiled.axis.slots];
        times.forEach(time -> mark(grid, time, 1));
        return grid;
    }

    private void mark(int[][][] grid, TimePattern time, int amount) {
        for (int w = 0; w < grid.length; w++) {
            for (int d = 0; d < compiled.axis.days; d++) {
                if ((time.weeks() & compiled.axis.classes.weeksOf(w)) != 0 && (time.days() >> d & 1) != 0) {
                    for (int s = time.start(); s < time.end(); s++) {
                        grid[w][d][s] += amount;
                    }
                }
            }
        }
    }

    private void options() {
        for (int e : placed()) {
            costs[CostComponent.TIME.ordinal()] += compiled.events.timeCosts()[e][state.time(e)];
            if (state.roomOption(e) >= 0) {
                costs[CostComponent.ROOM.ordinal()] += compiled.events.roomCosts()[e][state.roomOption(e)];
            }
            int[] decisions = compiled.staff.decisionsOfEvent()[e];
            for (int i = 0; i < decisions.length; i++) {
                for (int seat : compiled.staff.seatsOf()[decisions[i]]) {
                    if (state.candidate(seat) >= 0) {
                        costs[CostComponent.STAFF.ordinal()] += compiled.staff
                                .costs()[decisions[i]][compiled.staff.positionInDecision()[e][i]][
                                state.candidate(seat)];
                    }
                }
            }
        }
    }

    private void students() {
        int[] sizes = new int[problem.events().size()];
        for (int[] demands : compiled.students.demandsOf) {
            List<Integer> attended = new ArrayList<>();
            for (int demand : demands) {
                if (compiled.students.attended[compiled.students.courseOf[demand]]
                        && state.enrolments().classOf(demand, 0) < 0) {
                    units[RuleTable.UNENROLLED]++;
                }
                for (int k = 0; k < compiled.students.width; k++) {
                    int event = state.enrolments().classOf(demand, k);
                    if (event >= 0) {
                        attended.add(event);
                        sizes[event]++;
                    }
                }
            }
            for (int i = 0; i < attended.size(); i++) {
                for (int j = i + 1; j < attended.size(); j++) {
                    int a = attended.get(i);
                    int b = attended.get(j);
                    if (state.isPlaced(a)
                            && state.isPlaced(b)
                            && !new FullDistribution(state, List.of()).attendable(a, b)) {
                        costs[CostComponent.STUDENT.ordinal()] += compiled.students.weight;
                    }
                }
            }
        }
        for (int e = 0; e < sizes.length; e++) {
            units[RuleTable.CLASS_LIMIT] += Math.max(0, sizes[e] - compiled.students.limit[e]);
        }
    }

    private void constraint(int rule, Constraint constraint) {
        if (constraint.strength() instanceof Strength.Soft soft && soft.penalty() == 0) {
            return;
        }
        if (constraint instanceof CalendarConstraint c) {
            units[rule] =
                    c.rule() instanceof CalendarRule.MaxChanges r ? new FullRoutes(state).units(c, r) : calendar(c);
        } else if (constraint instanceof Cumulative c) {
            units[rule] = cumulative(c);
        } else if (constraint instanceof Distribution c) {
            units[rule] = new FullDistribution(state, placedOf(c.events())).units(c.rule());
        } else if (constraint instanceof LoadBalance c) {
            units[rule] = c.targets().stream()
                    .mapToLong(target -> {
                        long steps = Math.abs(load(target.person()) - target.slots()) / c.step();
                        return steps * steps;
                    })
                    .sum();
        } else if (constraint instanceof MinDaysBetween c) {
            units[rule] = minDays(c);
        } else if (constraint instanceof RoomStability c) {
            Set<Integer> rooms = new HashSet<>();
            placedOf(c.events()).stream().filter(e -> state.room(e) >= 0).forEach(e -> rooms.add(state.room(e)));
            units[rule] = Math.max(0, rooms.size() - c.rooms());
        } else if (constraint instanceof SameStaff c) {
            units[rule] = sameStaff(c);
        } else if (constraint instanceof StaffFairness c) {
            units[rule] = c.shares().stream()
                    .mapToLong(share -> cube(share.level(regret(share.person()))))
                    .sum();
        } else if (constraint instanceof LeastChange c) {
            units[rule] = changes(c);
        } else if (constraint instanceof WorkingDays c) {
            int days = 0;
            for (int e : placedOf(c.events())) {
                days |= at(e).days();
            }
            units[rule] = Math.max(0, c.days() - Integer.bitCount(days));
        }
    }

    private List<Integer> placedOf(List<String> ids) {
        return ids.stream().map(eventNumbers::get).filter(state::isPlaced).toList();
    }

    private long load(String person) {
        return people.getOrDefault(personNumbers.get(person), List.of()).stream()
                .mapToLong(TimePattern::totalSlots)
                .sum();
    }

    private static long cube(long level) {
        return level * level * level;
    }

    private long regret(String person) {
        int number = Objects.requireNonNull(personNumbers.get(person));
        long sum = 0;
        for (int e : placed()) {
            int[] decisions = compiled.staff.decisionsOfEvent()[e];
            for (int i = 0; i < decisions.length; i++) {
                for (int seat : compiled.staff.seatsOf()[decisions[i]]) {
                    if (state.person(seat) == number) {
                        sum += compiled.staff
                                .costs()[decisions[i]][compiled.staff.positionInDecision()[e][i]][
                                state.candidate(seat)];
                    }
                }
            }
        }
        return sum;
    }

    private long calendar(CalendarConstraint constraint) {
        long sum = 0;
        for (String member : constraint.members()) {
            boolean isPerson = constraint.kind() == CalendarConstraint.MemberKind.PERSON;
            int number = Objects.requireNonNull((isPerson ? personNumbers : groupNumbers).get(member));
            List<TimePattern> times = (isPerson ? people : groups).getOrDefault(number, List.of());
            List<TimePattern> unavailable = isPerson
                    ? problem.people().get(number).unavailable()
                    : problem.groups().get(number).unavailable();
            int[][][] busy = weeksOf(times);
            int[][][] excused = weeksOf(unavailable);
            for (int w = 0; w < busy.length; w++) {
                sum += compiled.axis.classes.size[w] * FullCalendar.units(constraint.rule(), busy[w], excused[w]);
            }
        }
        return sum;
    }

    private long cumulative(Cumulative constraint) {
        int[][][] used = weeksOf(List.of());
        for (Cumulative.Demand demand : constraint.demands()) {
            for (int e : placedOf(List.of(demand.event()))) {
                mark(used, at(e), demand.amount());
            }
        }
        long sum = 0;
        for (int w = 0; w < used.length; w++) {
            for (int[] day : used[w]) {
                for (int pieces : day) {
                    sum += (long) compiled.axis.classes.size[w] * Math.max(0, pieces - constraint.capacity());
                }
            }
        }
        return sum;
    }

    private long minDays(MinDaysBetween constraint) {
        long sum = 0;
        List<Integer> events = placedOf(constraint.events());
        for (int i = 0; i < events.size(); i++) {
            for (int j = i + 1; j < events.size(); j++) {
                TimePattern a = at(events.get(i));
                TimePattern b = at(events.get(j));
                if ((a.weeks() & b.weeks()) != 0) {
                    int distance =
                            Math.abs(Integer.numberOfTrailingZeros(a.days()) - Integer.numberOfTrailingZeros(b.days()));
                    sum += Math.max(0, constraint.days() - distance);
                }
            }
        }
        return sum;
    }

    private long changes(LeastChange constraint) {
        long sum = 0;
        for (Placement before : constraint.reference()) {
            Integer e = eventNumbers.get(before.event());
            if (e == null || !state.isPlaced(e)) {
                continue;
            }
            String room = state.room(e) < 0
                    ? null
                    : problem.rooms().get(state.room(e)).id();
            sum += at(e).equals(before.time()) ? 0 : constraint.time();
            sum += Objects.equals(room, before.room()) ? 0 : constraint.room();
            for (int i = 0; i < compiled.staff.decisionsOfEvent()[e].length; i++) {
                String role = problem.events()
                        .get(e)
                        .staff()
                        .get(compiled.staff.needOfEvent()[e][i])
                        .role();
                for (int seat : compiled.staff.seatsOf()[compiled.staff.decisionsOfEvent()[e][i]]) {
                    if (state.person(seat) >= 0) {
                        String person = problem.people().get(state.person(seat)).id();
                        sum += before.staff().contains(new StaffAssignment(role, person)) ? 0 : constraint.person();
                    }
                }
            }
        }
        return sum;
    }

    private long sameStaff(SameStaff constraint) {
        Set<Integer> people = new HashSet<>();
        int needed = 0;
        for (String id : constraint.events()) {
            int e = Objects.requireNonNull(eventNumbers.get(id));
            for (int i = 0; i < compiled.staff.decisionsOfEvent()[e].length; i++) {
                var need = problem.events().get(e).staff().get(compiled.staff.needOfEvent()[e][i]);
                if (need.role().equals(constraint.role())) {
                    needed = need.count();
                    if (state.isPlaced(e)) {
                        for (int seat : compiled.staff.seatsOf()[compiled.staff.decisionsOfEvent()[e][i]]) {
                            if (state.person(seat) >= 0) {
                                people.add(state.person(seat));
                            }
                        }
                    }
                }
            }
        }
        return Math.max(0, people.size() - needed);
    }
}
