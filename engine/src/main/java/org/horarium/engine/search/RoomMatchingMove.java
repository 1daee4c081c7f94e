package org.horarium.engine.search;

import java.util.Arrays;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/**
 * All who are somewhere at one moment choose their rooms anew, by the cheapest matching; an event may come to the moment
 * first for which no room would be free. What two of them cost together by their rooms the matching does not know; the
 * whole is judged when it is done.
 */
final class RoomMatchingMove {
    /** Events that choose at a time. */
    private static final int MOST = 48;

    private final MoveContext context;
    private final CompiledProblem compiled;
    private final State state;
    private final CheapestMatching matching = new CheapestMatching();
    private final IntList members = new IntList();
    private final IntList times = new IntList(); // parallel to members
    private final IntList rooms = new IntList(); // rooms that somebody may take
    private final int[] columnOf; // by room
    private final int[] stampOf; // by room
    private final int[] chosen = new int[MOST];
    private double[] costs = {};
    private int[] options = {}; // room option of a member and a column
    private int stamp;

    RoomMatchingMove(MoveContext context) {
        this.context = context;
        compiled = context.compiled;
        state = context.state;
        columnOf = new int[compiled.rooms.count];
        stampOf = new int[compiled.rooms.count];
    }

    /** Has an event, at its time or at another, and who is there then choose rooms. */
    boolean match(int event, boolean elsewhere, double threshold) {
        if (!state.isPlaced(event) || compiled.events.rooms()[event].length < 2) {
            return false;
        }
        int time = elsewhere ? context.randomTime(event) : state.time(event);
        boolean strict = context.acceptance.strict();
        if (strict && time != state.time(event) && !state.fits(event, time)) {
            return false;
        }
        collect(event, time);
        if (members.size() < 2) {
            return false;
        }
        Ledger ledger = state.ledger();
        long hard = ledger.hard();
        long soft = ledger.soft();
        for (int i = 0; i < members.size(); i++) {
            context.journal.unplace(members.get(i));
        }
        price();
        state.addWork(members.size() * members.size() * rooms.size() / 8);
        if (matching.solve(costs, members.size(), rooms.size(), chosen)
                && place(strict)
                && context.acceptance.acceptsChangeSince(ledger, hard, soft, threshold)) {
            context.journal.commit();
            return true;
        }
        context.journal.rollback();
        return false;
    }

    /** The event, and who has a choice of rooms and is somewhere at a moment of the time. */
    private void collect(int event, int time) {
        Patterns patterns = compiled.patterns;
        int pattern = compiled.events.times()[event][time];
        long week = nth(patterns.weeks[pattern]);
        int day = (int) nth(patterns.days[pattern]);
        int slot = patterns.start[pattern] + context.rng.below(patterns.end[pattern] - patterns.start[pattern]);
        members.clear();
        times.clear();
        members.add(event);
        times.add(time);
        for (int room = 0; room < compiled.rooms.count; room++) {
            for (int other = state.firstInRoom(room); other >= 0; other = state.nextInRoom(other)) {
                int at = state.pattern(other);
                if (other != event
                        && (patterns.weeks[at] & week) != 0
                        && (patterns.days[at] & day) != 0
                        && patterns.start[at] <= slot
                        && slot < patterns.end[at]
                        && compiled.events.rooms()[other].length > 1
                        && members.size() < MOST) {
                    members.add(other);
                    times.add(state.time(other));
                }
            }
        }
        state.addWork(compiled.events.count() / 4);
    }

    /** One bit of a mask, drawn at random. */
    private long nth(long mask) {
        long rest = mask;
        for (int skip = context.rng.below(Long.bitCount(mask)); skip > 0; skip--) {
            rest &= rest - 1;
        }
        return rest & -rest;
    }

    /** What each member would cost in each room, if it alone came back. */
    private void price() {
        stamp++;
        rooms.clear();
        for (int i = 0; i < members.size(); i++) {
            for (int room : compiled.events.rooms()[members.get(i)]) {
                if (stampOf[room] != stamp) {
                    stampOf[room] = stamp;
                    columnOf[room] = rooms.size();
                    rooms.add(room);
                }
            }
        }
        int size = members.size() * rooms.size();
        if (costs.length < size) {
            costs = new double[2 * size];
            options = new int[2 * size];
        }
        Arrays.fill(costs, 0, size, CheapestMatching.NEVER);
        boolean strict = context.acceptance.strict();
        for (int i = 0; i < members.size(); i++) {
            int event = members.get(i);
            int[] candidates = compiled.events.rooms()[event];
            for (int option = 0; option < candidates.length; option++) {
                if (state.evaluateFitting(event, times.get(i), option, strict)) {
                    int at = i * rooms.size() + columnOf[candidates[option]];
                    costs[at] = context.acceptance.hardWeight() * state.ledger().proposedHard()
                            + state.ledger().proposedSoft();
                    options[at] = option;
                }
            }
        }
    }

    private boolean place(boolean strict) {
        for (int i = 0; i < members.size(); i++) {
            int event = members.get(i);
            int option = options[i * rooms.size() + chosen[i]];
            if (!state.evaluate(event, times.get(i), option, strict)) {
                return false;
            }
            context.journal.place(event, times.get(i), option);
        }
        return true;
    }
}
