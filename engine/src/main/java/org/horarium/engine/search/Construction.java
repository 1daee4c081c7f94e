package org.horarium.engine.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.horarium.engine.compile.CalendarTable;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.EventTable;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.state.State;

/**
 * The first plan, or the rest of one: seats filled by load, then events placed one by one, the most constrained first, each where it breaks
 * nothing and costs least; where there is no such place, where it breaks least.
 */
final class Construction {
    private static final int MOST_EVALUATIONS = 400;

    private final MoveContext context;
    private final CompiledProblem compiled;
    private final State state;
    private final long[] planned; // slots promised to each person

    Construction(MoveContext context) {
        this.context = context;
        this.compiled = context.compiled;
        this.state = context.state;
        planned = new long[compiled.problem.people().size()];
    }

    /** Places all events that can be placed, until the limits cut it off. */
    void placeAll(Limits limits) {
        int placed = 0;
        for (int event : hardestFirst()) {
            if (!state.isPlaced(event)) {
                place(event);
            }
            if ((++placed & 15) == 0 && limits.isCutOff()) {
                return;
            }
        }
    }

    private int[] hardestFirst() {
        EventTable events = compiled.events;
        StaffTable staff = compiled.staff;
        double[] ease = new double[events.count()];
        for (int e = 0; e < ease.length; e++) {
            int longest = 1;
            for (int p : events.times()[e]) {
                longest = Math.max(longest, compiled.patterns.load[p]);
            }
            ease[e] = Math.log(Math.max(1, events.times()[e].length))
                    + Math.log(Math.max(1, events.rooms()[e].length))
                    - 0.5 * Math.log(longest)
                    - 0.3 * (events.groups()[e].length + staff.seatsOfEvent()[e].length)
                    + context.rng.below(1000) / 5000.0;
        }
        return IntStream.range(0, ease.length)
                .filter(e -> events.impossible()[e] == null)
                .boxed()
                .sorted(Comparator.comparingDouble(e -> ease[e]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void place(int event) {
        int times = compiled.events.times()[event].length;
        int rooms = Math.max(1, compiled.events.rooms()[event].length);
        boolean all = (long) times * rooms <= MOST_EVALUATIONS;
        int tries = all ? times * rooms : MOST_EVALUATIONS;
        for (boolean strict : List.of(true, false)) {
            long best = Long.MAX_VALUE;
            int bestTime = -1;
            int bestRoom = -1;
            for (int i = 0; i < tries; i++) {
                int time = all ? i / rooms : context.rng.below(times);
                int room = !compiled.events.needsRoom()[event] ? -1 : all ? i % rooms : context.rng.below(rooms);
                if (!state.evaluate(event, time, room, strict)) {
                    continue;
                }
                long energy = state.ledger().proposedHard() * 1_000_000
                        + state.ledger().proposedSoft() * 8
                        + context.rng.below(8);
                if (energy < best) {
                    best = energy;
                    bestTime = time;
                    bestRoom = room;
                }
            }
            if (bestTime >= 0) {
                state.place(event, bestTime, bestRoom);
                return;
            }
        }
    }

    /** Fills all vacant seats. */
    void fillSeats() {
        StaffTable staff = compiled.staff;
        for (int seat = 0; seat < staff.seats(); seat++) {
            if (state.person(seat) >= 0) {
                planned[state.person(seat)] += load(staff.decisionOf()[seat]);
            }
        }
        Integer[] order = IntStream.range(0, staff.decisions()).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparingInt((Integer d) -> staff.free()[d])
                        .thenComparing(Comparator.comparingLong(this::load).reversed()));
        for (int decision : order) {
            for (int seat : staff.seatsOf()[decision]) {
                if (state.candidate(seat) < 0) {
                    fill(decision, seat);
                }
            }
        }
    }

    private void fill(int decision, int seat) {
        StaffTable staff = compiled.staff;
        long load = load(decision);
        double best = Double.MAX_VALUE;
        int chosen = -1;
        for (int c = 0; c < staff.free()[decision]; c++) {
            int person = staff.candidates()[decision][c];
            if (gives(decision, person)) {
                continue;
            }
            long cost = 0;
            for (long[] ofEvent : staff.costs()[decision]) {
                cost += ofEvent[c];
            }
            double share = (planned[person] + load) / (double) Math.max(1, capacity(person));
            double badness = cost + 10 * share + (share > 0.95 ? 1e6 * share : 0) + context.rng.below(100) / 100.0;
            if (badness < best) {
                best = badness;
                chosen = c;
            }
        }
        if (chosen >= 0) {
            state.seat(seat, chosen);
            planned[state.person(seat)] += load;
        }
    }

    private boolean gives(int decision, int person) {
        for (int event : compiled.staff.eventsOf()[decision]) {
            for (int seat : compiled.staff.seatsOfEvent()[event]) {
                if (state.person(seat) == person) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Slots that a decision takes, over all weeks, at the first time of each event. */
    private long load(int decision) {
        long load = 0;
        for (int event : compiled.staff.eventsOf()[decision]) {
            int[] times = compiled.events.times()[event];
            load += times.length == 0 ? 0 : compiled.patterns.load[times[0]];
        }
        return load;
    }

    /** Slots that a person can carry over all weeks: those of the grid when available, cut by hard weekly limits. */
    private long capacity(int person) {
        long free = 0;
        int cells = compiled.axis.cells;
        for (int week = 0; week < compiled.axis.classes.count; week++) {
            long inWeek = (long) compiled.axis.days * compiled.axis.slots;
            for (int i = 0; i < compiled.axis.days * compiled.axis.words; i++) {
                inWeek -= Long.bitCount(compiled.personUnavailable[
                        person * cells + week * compiled.axis.days * compiled.axis.words + i]);
            }
            free += inWeek * compiled.axis.classes.size[week];
        }
        CalendarTable rules = compiled.constraints.personRules;
        for (int i = rules.weekAt[person]; i < rules.dayAt[person + 1]; i++) {
            if (rules.type[i] == CalendarTable.MAX_SLOTS_WEEK && compiled.rules.hard[rules.rule[i]]) {
                free = Math.min(free, (long) rules.limit[i] * compiled.axis.weeks);
            }
        }
        return free;
    }
}
