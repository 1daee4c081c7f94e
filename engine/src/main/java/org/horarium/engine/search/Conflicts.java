package org.horarium.engine.search;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.PairTable;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.state.State;

/** Which events cannot be at the same time, whatever the plan (shared groups, hard rules), and who is in whose way now. */
public final class Conflicts {
    private final CompiledProblem compiled;
    private final State state;
    private final int[][] byGroup;
    private final int[][] seatsOfPerson;
    private final int[] mark;
    private int stamp;

    /** Looks at a state, whenever asked. */
    public Conflicts(State state) {
        this.state = state;
        this.compiled = state.compiled();
        int events = compiled.events.count();
        mark = new int[events];
        IntList[] groups = lists(compiled.problem.groups().size());
        IntList[] people = lists(compiled.problem.people().size());
        for (int e = 0; e < events; e++) {
            for (int group : compiled.events.groups()[e]) {
                groups[group].add(e);
            }
        }
        for (int seat = 0; seat < compiled.staff.seats(); seat++) {
            for (int person : compiled.staff.candidates()[compiled.staff.decisionOf()[seat]]) {
                people[person].add(seat);
            }
        }
        byGroup = arrays(groups);
        seatsOfPerson = arrays(people);
    }

    private static IntList[] lists(int count) {
        IntList[] lists = new IntList[count];
        for (int i = 0; i < count; i++) {
            lists[i] = new IntList();
        }
        return lists;
    }

    private static int[][] arrays(IntList[] lists) {
        int[][] arrays = new int[lists.length][];
        for (int i = 0; i < lists.length; i++) {
            arrays[i] = lists[i].toArray();
        }
        return arrays;
    }

    /** Seats that a person may fill. */
    int[] seatsOfPerson(int person) {
        return seatsOfPerson[person];
    }

    /**
     * Collects the placed events, other than {@code event}, that stand in its way at a pattern and in a room: they overlap
     * and share a group or a person, or are in the room, or a hard pair rule with them would break.
     *
     * @param room −1 for none
     * @param victims receives them, each once
     * @param most stop when there are more than this
     */
    public void collect(int event, int pattern, int room, IntList victims, int most) {
        stamp++;
        state.addWork(40);
        mark[event] = stamp;
        Patterns patterns = compiled.patterns;
        if (room >= 0 && !state.isRoomFree(room, pattern, patterns.none)) {
            for (int other = state.firstInRoom(room); other >= 0; other = state.nextInRoom(other)) {
                add(other, pattern, victims);
            }
        }
        for (int group : compiled.events.groups()[event]) {
            if (!state.isGroupFree(group, pattern, patterns.none)) {
                for (int other : byGroup[group]) {
                    add(other, pattern, victims);
                }
            }
        }
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            int person = state.person(seat);
            if (person >= 0 && !state.isPersonFree(person, pattern, patterns.none)) {
                for (int otherSeat : seatsOfPerson[person]) {
                    if (state.person(otherSeat) == person) {
                        for (int other :
                                compiled.staff.eventsOf()[compiled.staff.decisionOf()[otherSeat]]) {
                            add(other, pattern, victims);
                        }
                    }
                }
            }
        }
        PairTable pairs = compiled.constraints.pairs;
        for (int i = pairs.at[event]; i < pairs.hardEnd[event] && victims.size() <= most; i++) {
            int other = pairs.other[i];
            if (mark[other] != stamp && state.isPlaced(other) && state.wouldBreak(i, pattern, room)) {
                mark[other] = stamp;
                victims.add(other);
            }
        }
    }

    private void add(int other, int pattern, IntList victims) {
        if (mark[other] != stamp && state.isPlaced(other) && compiled.patterns.overlap(state.pattern(other), pattern)) {
            mark[other] = stamp;
            victims.add(other);
        }
    }
}
