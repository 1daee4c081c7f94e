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
    private final long[] bound; // bit rows: events that cannot be at the same time whatever the plan
    private final int rowWords;
    private final boolean peopleVary;
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
        rowWords = (events + 63) / 64;
        bound = new long[events * rowWords];
        for (int[] group : byGroup) {
            bind(group);
        }
        peopleVary = bindSoleCandidates();
        bindHardPairs();
    }

    private void bindHardPairs() {
        PairTable pairs = compiled.constraints.pairs;
        for (int event = 0; event < compiled.events.count(); event++) {
            for (int i = pairs.at[event]; i < pairs.hardEnd[event]; i++) {
                if (PairTable.forbidsSameTime(pairs.type[i])) {
                    bound[event * rowWords + (pairs.other[i] >> 6)] |= 1L << pairs.other[i];
                }
            }
        }
    }

    private void bind(int[] together) {
        for (int a : together) {
            for (int b : together) {
                bound[a * rowWords + (b >> 6)] |= 1L << b;
            }
        }
    }

    /** Binds events by the people that give them whatever the plan; true if there are others. */
    private boolean bindSoleCandidates() {
        boolean vary = false;
        IntList[] sole = lists(compiled.problem.people().size());
        for (int d = 0; d < compiled.staff.decisions(); d++) {
            int[] candidates = compiled.staff.candidates()[d];
            if (candidates.length > compiled.staff.seatsOf()[d].length) {
                vary = true;
                continue;
            }
            for (int person : candidates) {
                for (int event : compiled.staff.eventsOf()[d]) {
                    sole[person].add(event);
                }
            }
        }
        for (IntList events : sole) {
            bind(events.toArray());
        }
        return vary;
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
        state.addWork(10);
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

    /**
     * Collects the events at exactly a pattern that cannot be there together with an event: they share a group, a person or
     * (as far as that does not depend on rooms) a hard rule.
     *
     * @param victims receives them
     */
    void collectAt(int event, int pattern, IntList victims) {
        int row = event * rowWords;
        for (int word = 0; word < rowWords; word++) {
            long there = state.eventsAt(pattern, word);
            if (there == 0) {
                continue;
            }
            long others = peopleVary ? there : there & bound[row + word];
            for (; others != 0; others &= others - 1) {
                int other = 64 * word + Long.numberOfTrailingZeros(others);
                if (other != event && ((bound[row + word] >>> other & 1) != 0 || sharesPerson(event, other))) {
                    victims.add(other);
                }
            }
        }
        state.addWork(2 + rowWords / 4);
    }

    private boolean sharesPerson(int event, int other) {
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            int person = state.person(seat);
            if (person >= 0 && state.gives(other, person)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule, hard or soft, asks for the same time, start, days, weeks or room for two events, or that they overlap. */
    boolean shouldAgree(int event, int other) {
        PairTable pairs = compiled.constraints.pairs;
        return agree(pairs.hardNear[event], pairs.hardEnd[event], other)
                || agree(pairs.softNear[event], pairs.at[event + 1], other);
    }

    private boolean agree(int from, int to, int other) {
        PairTable pairs = compiled.constraints.pairs;
        for (int i = from; i < to; i++) {
            if (pairs.other[i] == other) {
                switch (pairs.type[i]) {
                    case PairTable.SAME_START:
                    case PairTable.SAME_TIME:
                    case PairTable.SAME_DAYS:
                    case PairTable.SAME_WEEKS:
                    case PairTable.OVERLAP:
                    case PairTable.SAME_ROOM:
                        return true;
                    default:
                        break;
                }
            }
        }
        return false;
    }

    /**
     * Collects, after {@link #collect} and for the same place, also the events with which soft rules over the two would cost
     * more than a limit.
     */
    void collectCostly(int event, int pattern, int room, double limit, IntList victims, int most) {
        PairTable pairs = compiled.constraints.pairs;
        for (int i = pairs.hardEnd[event]; i < pairs.at[event + 1] && victims.size() <= most; i++) {
            int other = pairs.other[i];
            if (pairs.penalty[i] > limit
                    && mark[other] != stamp
                    && state.isPlaced(other)
                    && state.wouldBreak(i, pattern, room)) {
                mark[other] = stamp;
                victims.add(other);
            }
        }
    }

    /**
     * Starting times that others can block at most: each event that shares a group or a person blocks as many as both are
     * long, less one.
     */
    long blocked(int event) {
        stamp++;
        mark[event] = stamp;
        long blocked = 0;
        for (int group : compiled.events.groups()[event]) {
            for (int other : byGroup[group]) {
                blocked += blockedBy(event, other);
            }
        }
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            int person = state.person(seat);
            for (int otherSeat : person < 0 ? new int[0] : seatsOfPerson[person]) {
                if (state.person(otherSeat) == person) {
                    for (int other : compiled.staff.eventsOf()[compiled.staff.decisionOf()[otherSeat]]) {
                        blocked += blockedBy(event, other);
                    }
                }
            }
        }
        return blocked;
    }

    private int blockedBy(int event, int other) {
        if (mark[other] == stamp) {
            return 0;
        }
        mark[other] = stamp;
        return length(event) + length(other) - 1;
    }

    private int length(int event) {
        int[] times = compiled.events.times()[event];
        return times.length == 0 ? 1 : compiled.patterns.end[times[0]] - compiled.patterns.start[times[0]];
    }

    /** Collects the placed events, other than {@code event}, that share a group or a person with it and a day with a pattern. */
    void collectSameDay(int event, int pattern, IntList found) {
        stamp++;
        mark[event] = stamp;
        for (int group : compiled.events.groups()[event]) {
            for (int other : byGroup[group]) {
                addSameDay(other, pattern, found);
            }
        }
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            int person = state.person(seat);
            if (person >= 0) {
                for (int otherSeat : seatsOfPerson[person]) {
                    if (state.person(otherSeat) == person) {
                        for (int other :
                                compiled.staff.eventsOf()[compiled.staff.decisionOf()[otherSeat]]) {
                            addSameDay(other, pattern, found);
                        }
                    }
                }
            }
        }
        state.addWork(20 + 8 * found.size());
    }

    private void addSameDay(int other, int pattern, IntList found) {
        if (mark[other] == stamp || !state.isPlaced(other)) {
            return;
        }
        mark[other] = stamp;
        Patterns patterns = compiled.patterns;
        int at = state.pattern(other);
        if ((patterns.days[at] & patterns.days[pattern]) != 0 && (patterns.weeks[at] & patterns.weeks[pattern]) != 0) {
            found.add(other);
        }
    }

    private void add(int other, int pattern, IntList victims) {
        if (mark[other] != stamp && state.isPlaced(other) && compiled.patterns.overlap(state.pattern(other), pattern)) {
            mark[other] = stamp;
            victims.add(other);
        }
    }
}
