package org.horarium.engine.search;

import org.horarium.engine.compile.IntList;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/** Two events exchange their times, and half of the time their rooms too where both may use the other's. */
final class SwapMove {
    private final MoveContext context;
    private final IntList members = new IntList();
    private final IntList times = new IntList();
    private final IntList rooms = new IntList();

    SwapMove(MoveContext context) {
        this.context = context;
    }

    boolean swap(int first, int second, double threshold) {
        State state = context.state;
        if (first == second || !state.isPlaced(first) || !state.isPlaced(second)) {
            return false;
        }
        int p = state.pattern(first);
        int q = state.pattern(second);
        int firstTime = context.compiled.events.timeOptionOf()[first][q];
        int secondTime = context.compiled.events.timeOptionOf()[second][p];
        if (firstTime < 0 || secondTime < 0) {
            return false;
        }
        int firstRoom = state.roomOption(first);
        int secondRoom = state.roomOption(second);
        if (firstRoom >= 0 && secondRoom >= 0 && (p == q || context.rng.oneIn(2))) {
            int newFirst = context.compiled.events.roomOptionOf()[first][state.room(second)];
            int newSecond = context.compiled.events.roomOptionOf()[second][state.room(first)];
            if (newFirst >= 0 && newSecond >= 0) {
                firstRoom = newFirst;
                secondRoom = newSecond;
            }
        }
        boolean sameRooms = firstRoom == state.roomOption(first) && secondRoom == state.roomOption(second);
        if (p == q && (sameRooms || state.room(first) == state.room(second))) {
            return false;
        }
        if (context.acceptance.strict()
                && p != q
                && (!isFreeBut(first, q, second)
                        || !isFreeBut(second, p, first)
                        || (sameRooms && !roomsFree(first, second, p, q)))) {
            return false;
        }
        if (context.acceptance.strict()) {
            members.clear();
            times.clear();
            rooms.clear();
            members.add(first);
            members.add(second);
            times.add(firstTime);
            times.add(secondTime);
            rooms.add(firstRoom);
            rooms.add(secondRoom);
            int known = state.evaluateTogether(members, times, rooms);
            Ledger ledger = state.ledger();
            if (known == State.REJECTED
                    || known == State.PROPOSED
                            && !context.acceptance.accepts(ledger.proposedHard(), ledger.proposedSoft(), threshold)) {
                return false;
            }
            if (known == State.PROPOSED) {
                state.unplace(first);
                state.unplace(second);
                state.place(first, firstTime, firstRoom);
                state.place(second, secondTime, secondRoom);
                return true;
            }
        }
        return exchange(first, firstTime, firstRoom, second, secondTime, secondRoom, threshold);
    }

    private boolean exchange(
            int first, int firstTime, int firstRoom, int second, int secondTime, int secondRoom, double threshold) {
        State state = context.state;
        Ledger ledger = state.ledger();
        boolean strict = context.acceptance.strict();
        long hard = ledger.hard();
        long soft = ledger.soft();
        context.journal.unplace(first);
        context.journal.unplace(second);
        if (state.evaluate(first, firstTime, firstRoom, strict)) {
            context.journal.place(first, firstTime, firstRoom);
            if (state.evaluate(second, secondTime, secondRoom, strict)) {
                context.journal.place(second, secondTime, secondRoom);
                if (context.acceptance.acceptsChangeSince(ledger, hard, soft, threshold)) {
                    context.journal.commit();
                    return true;
                }
            }
        }
        context.journal.rollback();
        return false;
    }

    /** With both keeping their rooms: whether those are free at the other time (or become so). */
    private boolean roomsFree(int first, int second, int p, int q) {
        State state = context.state;
        int r = state.room(first);
        int s = state.room(second);
        return r == s || ((r < 0 || state.isRoomFree(r, q, p)) && (s < 0 || state.isRoomFree(s, p, q)));
    }

    /** Whether the groups and people of an event are free at a pattern, apart from what another event occupies. */
    private boolean isFreeBut(int event, int pattern, int other) {
        State state = context.state;
        int own = state.pattern(event);
        for (int group : context.compiled.events.groups()[event]) {
            if (!state.isGroupFree(group, pattern, own)
                    && !contains(context.compiled.events.groups()[other], group)) {
                return false;
            }
        }
        for (int seat : context.compiled.staff.seatsOfEvent()[event]) {
            int person = state.person(seat);
            if (person < 0 || (!state.isPersonFree(person, pattern, own) && !gives(other, person))) {
                return false;
            }
        }
        return true;
    }

    private boolean gives(int event, int person) {
        for (int seat : context.compiled.staff.seatsOfEvent()[event]) {
            if (context.state.person(seat) == person) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(int[] values, int value) {
        for (int v : values) {
            if (v == value) {
                return true;
            }
        }
        return false;
    }
}
