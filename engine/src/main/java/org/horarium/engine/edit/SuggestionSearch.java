package org.horarium.engine.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.model.Placement;
import org.horarium.engine.search.Conflicts;
import org.horarium.engine.search.Journal;
import org.horarium.engine.search.PlanMaker;
import org.horarium.engine.state.State;
import org.jspecify.annotations.Nullable;

/**
 * Looks for ejection chains by depth-first search: an event takes a place, what stands in its way there is lifted and
 * placed in turn. The event asked about tries every place; those lifted try only their cheapest (Müller, Rudová and Murray
 * 2005, "Minimal perturbation problem in course timetabling", use the same idea with systematic search).
 */
final class SuggestionSearch {
    /** Places that an event tries which could be placed directly; cheapest first. */
    private static final int DIRECT = 6;

    /** Places that a lifted event tries although it has to lift others itself. */
    private static final int PUSHING = 10;

    private final State state;
    private final CompiledProblem compiled;
    private final PlanMaker maker;
    private final IntPredicate immovable;
    private final int depth;
    private final int most;
    private final BooleanSupplier stop;
    private final Journal journal;
    private final Conflicts conflicts;
    private final boolean[] moved;
    private final IntList chain = new IntList();
    private final Set<List<Integer>> seen = new HashSet<>();
    private final PriorityQueue<Found> found = new PriorityQueue<>(
            Comparator.comparingLong((Found chain) -> chain.cost).reversed());
    private long[] costs = {};
    private long[] units = {};
    private long soft;
    private final List<@Nullable Placement> before = new ArrayList<>();

    /** A chain that works: places by event, and what it costs. */
    private record Found(long cost, Suggestion suggestion) {}

    SuggestionSearch(State state, PlanMaker maker, IntPredicate immovable, int depth, int most, BooleanSupplier stop) {
        this.state = state;
        this.compiled = state.compiled();
        this.maker = maker;
        this.immovable = immovable;
        this.depth = depth;
        this.most = most;
        this.stop = stop;
        journal = new Journal(state);
        conflicts = new Conflicts(state);
        moved = new boolean[compiled.events.count()];
    }

    /** Chains that move an event to a time option, or (−1) away from its place. */
    List<Suggestion> run(int event, int wish) {
        if (immovable.test(event)) {
            return List.of();
        }
        costs = state.ledger().costs();
        soft = state.ledger().soft();
        units = units();
        int presentTime = state.time(event);
        int presentRoom = state.roomOption(event);
        lift(event);
        for (int time = 0; time < compiled.events.times()[event].length; time++) {
            if (wish >= 0 && wish != time) {
                continue;
            }
            int rooms = Math.max(1, compiled.events.rooms()[event].length);
            for (int room = 0; room < rooms && !stop.getAsBoolean(); room++) {
                if (time != presentTime || (wish >= 0 && room != presentRoom)) {
                    push(event, time, compiled.events.needsRoom()[event] ? room : -1, new IntList(), depth - 1);
                }
            }
        }
        journal.rollback(0);
        List<Found> best = new ArrayList<>(found);
        best.sort(Comparator.comparingLong((Found chain) -> chain.cost)
                .thenComparingInt(chain -> chain.suggestion.steps().size()));
        return best.stream().map(Found::suggestion).toList();
    }

    private long[] units() {
        long[] all = new long[compiled.rules.count];
        for (int rule = 0; rule < all.length; rule++) {
            all[rule] = state.ledger().units(rule);
        }
        return all;
    }

    private void lift(int event) {
        before.add(state.isPlaced(event) ? maker.placement(event, state) : null);
        chain.add(event);
        moved[event] = true;
        if (state.isPlaced(event)) {
            journal.unplace(event);
        }
    }

    private void drop(int chainSize) {
        for (int i = chain.size() - 1; i >= chainSize; i--) {
            moved[chain.get(i)] = false;
            before.remove(i);
        }
        chain.truncate(chainSize);
    }

    /**
     * Puts a lifted event at a place, lifting what is in its way, and goes on.
     *
     * @param open other lifted events that have no place yet
     * @param left how many more events may be lifted
     */
    private void push(int event, int time, int room, IntList open, int left) {
        int pattern = compiled.events.times()[event][time];
        int number = room < 0 ? -1 : compiled.events.rooms()[event][room];
        IntList victims = new IntList();
        conflicts.collect(event, pattern, number, victims, left);
        if (victims.size() > left) {
            return;
        }
        for (int i = 0; i < victims.size(); i++) {
            if (moved[victims.get(i)] || immovable.test(victims.get(i))) {
                return;
            }
        }
        int mark = journal.mark();
        int size = chain.size();
        for (int i = 0; i < victims.size(); i++) {
            lift(victims.get(i));
        }
        if (state.evaluate(event, time, room, true)) {
            journal.place(event, time, room);
            IntList rest = new IntList();
            for (int i = 0; i < open.size(); i++) {
                rest.add(open.get(i));
            }
            for (int i = 0; i < victims.size(); i++) {
                rest.add(victims.get(i));
            }
            placeNext(rest, left - victims.size());
        }
        journal.rollback(mark);
        drop(size);
    }

    private void placeNext(IntList open, int left) {
        if (open.size() == 0) {
            keep();
            return;
        }
        int event = open.get(open.size() - 1);
        IntList rest = new IntList();
        for (int i = 0; i + 1 < open.size(); i++) {
            rest.add(open.get(i));
        }
        for (Place place : cheapest(event)) {
            if (stop.getAsBoolean()) {
                return;
            }
            if (place.direct) {
                int mark = journal.mark();
                journal.place(event, place.time, place.room);
                placeNext(rest, left);
                journal.rollback(mark);
            } else if (left > 0) {
                push(event, place.time, place.room, rest, left);
            }
        }
    }

    /** A place of a lifted event. */
    private record Place(int time, int room, boolean direct, long cost) {}

    /** The cheapest places that are legal as things are, and the cheapest of the others. */
    private List<Place> cheapest(int event) {
        List<Place> direct = new ArrayList<>();
        List<Place> pushing = new ArrayList<>();
        int[][] rooms = compiled.events.rooms();
        for (int time = 0; time < compiled.events.times()[event].length; time++) {
            for (int room = 0; room < Math.max(1, rooms[event].length); room++) {
                int option = compiled.events.needsRoom()[event] ? room : -1;
                if (state.evaluate(event, time, option, true)) {
                    direct.add(new Place(time, option, true, state.ledger().proposedSoft()));
                } else {
                    pushing.add(new Place(
                            time,
                            option,
                            false,
                            compiled.events.timeCosts()[event][time]
                                    + (option < 0 ? 0 : compiled.events.roomCosts()[event][option])));
                }
            }
        }
        direct.sort(Comparator.comparingLong(Place::cost));
        pushing.sort(Comparator.comparingLong(Place::cost));
        List<Place> result = new ArrayList<>(direct.subList(0, Math.min(DIRECT, direct.size())));
        result.addAll(pushing.subList(0, Math.min(PUSHING, pushing.size())));
        return result;
    }

    /** Notes the state as it is, if nothing is broken that was not broken before and it is among the cheapest. */
    private void keep() {
        long cost = state.ledger().soft() - soft;
        Found worst = found.peek();
        if (found.size() == most && worst != null && cost >= worst.cost) {
            return;
        }
        for (int rule = 0; rule < units.length; rule++) {
            if (compiled.rules.hard[rule] && state.ledger().units(rule) > units[rule]) {
                return;
            }
        }
        List<Integer> key = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            order.add(chain.get(i));
        }
        order.stream()
                .sorted()
                .forEach(event -> key.addAll(List.of(event, state.time(event), state.roomOption(event))));
        if (!seen.add(key)) {
            return;
        }
        List<Suggestion.Step> steps = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            steps.add(new Suggestion.Step(before.get(i), maker.placement(chain.get(i), state)));
        }
        CostChange change = CostChange.between(costs, state.ledger().costs());
        found.add(new Found(cost, new Suggestion(steps, change)));
        if (found.size() > most) {
            found.poll();
        }
    }
}
