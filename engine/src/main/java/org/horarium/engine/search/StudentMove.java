package org.horarium.engine.search;

import java.util.stream.IntStream;
import org.horarium.engine.compile.StudentTable;
import org.horarium.engine.state.Enrolments;
import org.horarium.engine.state.State;

/**
 * A student takes other classes of a course; where one of them is full, exchanges with somebody who is in it. Half of the
 * moves begin with a student who cannot attend two classes, and change one of the two.
 */
final class StudentMove {
    private static final int TRIES = 4;

    private final MoveContext context;
    private final State state;
    private final StudentTable table;
    private final Enrolments enrolments;
    private final Chains chains;
    private final int[] choosable; // demands with a choice
    private final int[] sections; // events that students are sectioned into
    private final int[] fresh;
    private final int[] own;
    private final int[] theirs;
    private int troubledDemand;
    private int troubledSubpart;

    StudentMove(MoveContext context) {
        this.context = context;
        this.state = context.state;
        this.table = context.compiled.students;
        this.enrolments = state.enrolments();
        chains = new Chains(table, enrolments, context.rng);
        fresh = new int[table.width];
        own = new int[table.width];
        theirs = new int[table.width];
        choosable = IntStream.range(0, table.demands)
                .filter(demand -> hasChoice(table.classes[table.courseOf[demand]]))
                .toArray();
        sections = IntStream.of(choosable)
                .map(demand -> table.courseOf[demand])
                .distinct()
                .flatMap(course -> java.util.Arrays.stream(table.classes[course])
                        .flatMap(java.util.Arrays::stream)
                        .flatMapToInt(IntStream::of))
                .toArray();
    }

    private static boolean hasChoice(int[][][] configs) {
        boolean choice = configs.length > 1;
        for (int[][] config : configs) {
            for (int[] subpart : config) {
                choice |= subpart.length > 1;
            }
        }
        return choice;
    }

    /** Whether any student has a choice. */
    boolean isPossible() {
        return choosable.length > 0;
    }

    /** Gives every student who has none classes of each course, within the limits where sampling finds room. */
    void enrolAll() {
        int[] order = IntStream.range(0, table.demands).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = context.rng.below(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        for (int demand : order) {
            if (enrolments.classOf(demand, 0) >= 0) {
                continue;
            }
            int least = Integer.MAX_VALUE;
            for (int tries = 0; tries < 40 && least > 0; tries++) {
                if (chains.draw(demand, fresh)) {
                    int over = 0;
                    for (int event : fresh) {
                        over += event >= 0 && isFull(event) ? 1 : 0;
                    }
                    if (over < least) {
                        least = over;
                        System.arraycopy(fresh, 0, own, 0, own.length);
                    }
                }
            }
            if (least < Integer.MAX_VALUE) {
                state.enrol(demand, own);
            }
        }
    }

    private boolean isFull(int event) {
        return enrolments.size(event) >= table.limit[event];
    }

    boolean attempt(double threshold) {
        int demand;
        boolean drawn;
        if (context.rng.oneIn(2) && findTrouble()) {
            demand = troubledDemand;
            drawn = chains.vary(demand, troubledSubpart, fresh) || chains.draw(demand, fresh);
        } else {
            demand = choosable[context.rng.below(choosable.length)];
            int subpart = context.rng.below(table.width);
            drawn = enrolments.classOf(demand, subpart) >= 0 && chains.vary(demand, subpart, fresh)
                    || chains.draw(demand, fresh);
        }
        state.addWork(4 + table.demandsOf[table.studentOf[demand]].length);
        return drawn && consider(demand, threshold);
    }

    /** Looks for a student who attends two classes at a time, and for which demand and subpart one of them is taken. */
    private boolean findTrouble() {
        for (int tries = 0; tries < TRIES; tries++) {
            int event = sections[context.rng.below(sections.length)];
            if (enrolments.conflictsOf(event) > 0 && findTroubled(event)) {
                return true;
            }
        }
        return false;
    }

    private boolean findTroubled(int event) {
        for (int tries = 0; tries < TRIES; tries++) {
            int demand = enrolments.memberOf(event, context.rng.below(enrolments.size(event)));
            int other = conflictOf(demand, event);
            if (other >= 0) {
                boolean first = context.rng.oneIn(2);
                troubledDemand = first ? demand : troubledDemand;
                troubledSubpart = table.subpartOf[first ? event : other];
                return true;
            }
        }
        return false;
    }

    /** A class of a demand's student that cannot be attended besides an event, or −1; notes whose demand it is for. */
    private int conflictOf(int demand, int event) {
        state.addWork(table.demandsOf[table.studentOf[demand]].length);
        int missed = enrolments.missedBeside(table.studentOf[demand], event);
        if (missed < 0) {
            return -1;
        }
        troubledDemand = missed / table.width;
        return enrolments.classOf(troubledDemand, missed % table.width);
    }

    private boolean consider(int demand, double threshold) {
        int full = -1;
        boolean differs = false;
        for (int k = 0; k < fresh.length; k++) {
            own[k] = enrolments.classOf(demand, k);
            if (fresh[k] != own[k]) {
                differs = true;
                full = fresh[k] >= 0 && isFull(fresh[k]) ? k : full;
            }
        }
        if (!differs) {
            return false;
        }
        if (full >= 0) {
            return enrolments.size(fresh[full]) > 0 && exchange(demand, fresh[full], threshold);
        }
        long relief = 0;
        if (!context.acceptance.strict()) {
            for (int k = 0; k < own.length; k++) {
                int event = own[k];
                relief -= event >= 0 && event != fresh[k] && enrolments.size(event) > table.limit[event] ? 1 : 0;
            }
        }
        if (!context.acceptance.accepts(relief, enrolments.change(demand, fresh) * table.weight, threshold)) {
            return false;
        }
        state.enrol(demand, fresh);
        return true;
    }

    /** Trades classes with a student of a class that is full; the sizes stay as they are. */
    private boolean exchange(int demand, int event, double threshold) {
        int other = enrolments.memberOf(event, context.rng.below(enrolments.size(event)));
        boolean part = true;
        for (int k = 0; k < theirs.length; k++) {
            theirs[k] = enrolments.classOf(other, k);
            part &= fresh[k] == own[k] || fresh[k] == theirs[k] && own[k] >= 0 && fresh[k] >= 0;
        }
        if (part) { // the other takes what the demand leaves, and keeps the rest
            for (int k = 0; k < theirs.length; k++) {
                theirs[k] = fresh[k] == own[k] ? theirs[k] : own[k];
            }
            part = chains.isConsistent(theirs);
        }
        if (!part) { // each takes all that the other has
            for (int k = 0; k < theirs.length; k++) {
                fresh[k] = enrolments.classOf(other, k);
                theirs[k] = own[k];
            }
        }
        long change = enrolments.change(demand, fresh) + (long) enrolments.change(other, theirs);
        if (!context.acceptance.accepts(0, change * table.weight, threshold)) {
            return false;
        }
        state.enrol(demand, fresh);
        state.enrol(other, theirs);
        return true;
    }

    /** Gives a demand other classes, within the limits, if one of a few draws spares its student a conflict. */
    boolean mend(int demand, int subpart) {
        for (int tries = 0; tries < TRIES; tries++) {
            state.addWork(5 + 2 * table.demandsOf[table.studentOf[demand]].length);
            if (chains.vary(demand, subpart, fresh) && hasSeats(demand) && enrolments.change(demand, fresh) < 0) {
                context.journal.enrol(demand, fresh);
                return true;
            }
        }
        return false;
    }

    private boolean hasSeats(int demand) {
        for (int k = 0; k < fresh.length; k++) {
            if (fresh[k] >= 0 && fresh[k] != enrolments.classOf(demand, k) && isFull(fresh[k])) {
                return false;
            }
        }
        return true;
    }

    /** The students of an event who miss something of it take other classes where that helps them. */
    void resection(int event) {
        for (int number = enrolments.size(event) - 1; number >= 0; number--) {
            if (number < enrolments.size(event)) {
                int demand = enrolments.memberOf(event, number);
                int other = conflictOf(demand, event);
                if (other >= 0 && !mend(demand, table.subpartOf[event])) {
                    mend(troubledDemand, table.subpartOf[other]);
                }
            }
        }
    }
}
