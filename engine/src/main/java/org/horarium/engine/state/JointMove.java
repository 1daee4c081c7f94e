package org.horarium.engine.state;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.EventTable;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.compile.StaffTable;

/**
 * What it would cost if several placed events moved at once, without moving any: those at one time to a second, and those
 * at the second to the first. A member of a group (or a person) that comes and one that goes leave the group's calendar as
 * it was, which makes most of such a move free of cost.
 *
 * <p>Only while no hard rule is broken around the events, and only for moves that must break none. It does not know an
 * answer where two of the events meet in a rule in a way that has to be tried out.
 */
final class JointMove {
    private final EventTable events;
    private final StaffTable staff;
    private final Patterns patterns;
    private final State state;
    private final SetTable roomSets;
    private final Variety stability;
    private final DaySets workingDays;
    private final DaySets maxDays;
    private final Touches workingTouches;
    private final Touches maxTouches;
    private final boolean[] inOtherSets;
    private final Ledger ledger;
    private final int[] memberStamp; // by event
    private final IntList shifted = new IntList(); // constraint, room left, room taken
    private int stamp;
    private IntList members = new IntList();

    /** Whether a set is touched once, or twice in opposite directions (which changes nothing). */
    private static final class Touches {
        final SetTable table;
        final int[] stampOf;
        final int[] by;

        Touches(SetTable table) {
            this.table = table;
            stampOf = new int[table.count];
            by = new int[table.count];
        }
    }

    JointMove(
            CompiledProblem compiled,
            State state,
            Variety stability,
            DaySets workingDays,
            DaySets maxDays,
            Ledger ledger) {
        this.events = compiled.events;
        this.staff = compiled.staff;
        this.patterns = compiled.patterns;
        this.state = state;
        this.roomSets = compiled.constraints.stability;
        this.stability = stability;
        this.workingDays = workingDays;
        this.maxDays = maxDays;
        this.ledger = ledger;
        workingTouches = new Touches(compiled.constraints.workingDays);
        maxTouches = new Touches(compiled.constraints.maxDays);
        inOtherSets = new boolean[events.count()];
        for (int e = 0; e < inOtherSets.length; e++) {
            inOtherSets[e] = compiled.constraints.dayLoads.ofEvent[e].length > 0
                    || compiled.constraints.breaks.ofEvent[e].length > 0
                    || compiled.constraints.blocks.ofEvent[e].length > 0
                    || compiled.constraints.cumulatives.ofEvent[e].length > 0
                    || compiled.constraints.selections.sets.ofEvent[e].length > 0
                    || compiled.constraints.routed[e];
        }
        memberStamp = new int[events.count()];
    }

    /** See {@link State#evaluateTogether}. */
    int evaluate(IntList moving, IntList times, IntList rooms) {
        ledger.begin();
        members = moving;
        stamp++;
        for (int i = 0; i < members.size(); i++) {
            memberStamp[members.get(i)] = stamp;
        }
        for (int i = 0; i < members.size(); i++) {
            int event = members.get(i);
            if (inOtherSets[event] || state.meetsInRules(event, memberStamp, stamp)) {
                return State.UNKNOWN;
            }
        }
        if (!touch(workingTouches) || !touch(maxTouches)) {
            return State.UNKNOWN;
        }
        for (int i = 0; i < members.size(); i++) {
            int event = members.get(i);
            int to = events.times()[event][times.get(i)];
            int from = state.pattern(event);
            if (from != to && !calendars(event, from, to)) {
                return State.REJECTED;
            }
            if (!state.proposeAlone(event, times.get(i), rooms.get(i))) {
                return State.REJECTED;
            }
            propose(workingTouches, workingDays, i, from, to);
            propose(maxTouches, maxDays, i, from, to);
        }
        rooms(rooms);
        return ledger.proposedHard() > 0 ? State.REJECTED : State.PROPOSED;
    }

    private boolean touch(Touches touches) {
        if (touches.table.count == 0) {
            return true;
        }
        for (int i = 0; i < members.size(); i++) {
            for (int c : touches.table.ofEvent[members.get(i)]) {
                if (touches.stampOf[c] != stamp) {
                    touches.stampOf[c] = stamp;
                    touches.by[c] = i;
                } else if (touches.by[c] >= 0
                        && state.pattern(members.get(touches.by[c])) != state.pattern(members.get(i))) {
                    touches.by[c] = -1;
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private void propose(Touches touches, DaySets sets, int member, int from, int to) {
        for (int c : touches.table.ofEvent[members.get(member)]) {
            if (touches.by[c] == member) {
                sets.proposeOne(c, from, to);
            }
        }
    }

    /** Groups and people of an event: each is free at the new time, or exchanges there with another member. */
    private boolean calendars(int event, int from, int to) {
        for (int group : events.groups()[event]) {
            if (state.isGroupFree(group, to, from)) {
                state.proposeGroup(group, from, to);
            } else if (!somebodyGoes(event, to, group, -1)) {
                return false;
            }
        }
        for (int seat : staff.seatsOfEvent()[event]) {
            int person = state.person(seat);
            if (person < 0) {
                return false;
            }
            if (state.isPersonFree(person, to, from)) {
                state.proposePerson(person, from, to);
            } else if (!somebodyGoes(event, to, -1, person)) {
                return false;
            }
        }
        return true;
    }

    /** Whether another member leaves a time that has the group or the person. */
    private boolean somebodyGoes(int event, int at, int group, int person) {
        for (int i = 0; i < members.size(); i++) {
            int other = members.get(i);
            if (other != event
                    && state.pattern(other) == at
                    && (person < 0 ? has(events.groups()[other], group) : state.gives(other, person))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(int[] values, int value) {
        for (int v : values) {
            if (v == value) {
                return true;
            }
        }
        return false;
    }

    /** Several members may be in one set of rooms, so the shifts are made one after the other and taken back. */
    private void rooms(IntList rooms) {
        shifted.clear();
        for (int i = 0; i < members.size(); i++) {
            int event = members.get(i);
            int from = state.room(event);
            int to = rooms.get(i) < 0 ? -1 : events.rooms()[event][rooms.get(i)];
            if (from != to) {
                for (int c : roomSets.ofEvent[event]) {
                    ledger.propose(roomSets.rule[c], stability.shift(c, from, to));
                    shifted.add(c);
                    shifted.add(from);
                    shifted.add(to);
                }
            }
        }
        for (int i = shifted.size() - 3; i >= 0; i -= 3) {
            stability.shift(shifted.get(i), shifted.get(i + 2), shifted.get(i + 1));
        }
    }
}
