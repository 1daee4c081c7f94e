package org.horarium.engine.search;

import java.util.Arrays;
import org.horarium.engine.compile.StudentTable;
import org.horarium.engine.state.Enrolments;
import org.horarium.engine.state.State;

/** A student takes other classes of a course; where one of them is full, exchanges with somebody who is in it. */
final class StudentMove {
    private static final int TRIES = 4;

    private final MoveContext context;
    private final State state;
    private final StudentTable table;
    private final Enrolments enrolments;
    private final int[] choosable; // demands with a choice
    private final int[] fresh;
    private final int[] own;
    private final int[] theirs;

    StudentMove(MoveContext context) {
        this.context = context;
        this.state = context.state;
        this.table = context.compiled.students;
        this.enrolments = state.enrolments();
        fresh = new int[table.width];
        own = new int[table.width];
        theirs = new int[table.width];
        choosable = java.util.stream.IntStream.range(0, table.demands)
                .filter(demand -> hasChoice(table.classes[table.courseOf[demand]]))
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
        int[] order = java.util.stream.IntStream.range(0, table.demands).toArray();
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
                if (draw(demand)) {
                    int over = 0;
                    for (int event : fresh) {
                        over += event >= 0 && enrolments.size(event) >= table.limit[event] ? 1 : 0;
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

    boolean attempt(double threshold) {
        int demand = choosable[context.rng.below(choosable.length)];
        state.addWork(10 + 4 * table.demandsOf[table.studentOf[demand]].length);
        if (!draw(demand)) {
            return false;
        }
        int full = 0;
        boolean differs = false;
        for (int k = 0; k < fresh.length; k++) {
            int event = fresh[k];
            own[k] = enrolments.classOf(demand, k);
            differs |= event != own[k];
            full += event >= 0 && event != own[k] && enrolments.size(event) >= table.limit[event] ? 1 : 0;
        }
        if (!differs) {
            return false;
        }
        if (full > 0) {
            return exchange(demand, threshold);
        }
        long relief = 0;
        if (!context.acceptance.strict()) {
            for (int event : own) {
                relief -= event >= 0 && enrolments.size(event) > table.limit[event] && !contains(fresh, event) ? 1 : 0;
            }
        }
        if (!context.acceptance.accepts(relief, enrolments.change(demand, fresh) * table.weight, threshold)) {
            return false;
        }
        state.enrol(demand, fresh);
        return true;
    }

    /** Trades classes with another student of the course; the sizes stay as they are. */
    private boolean exchange(int demand, double threshold) {
        int[] others = table.demandsFor[table.courseOf[demand]];
        for (int tries = 0; tries < TRIES; tries++) {
            int other = others[context.rng.below(others.length)];
            for (int k = 0; k < theirs.length; k++) {
                theirs[k] = enrolments.classOf(other, k);
            }
            if (other == demand || Arrays.equals(own, theirs)) {
                continue;
            }
            long change = enrolments.change(demand, theirs) + (long) enrolments.change(other, own);
            if (context.acceptance.accepts(0, change * table.weight, threshold)) {
                state.enrol(demand, theirs);
                state.enrol(other, own);
                return true;
            }
            return false;
        }
        return false;
    }

    /** Draws a random chain for a demand into {@link #fresh}; false if it ran into a dead end. */
    private boolean draw(int demand) {
        int[][][] configs = table.classes[table.courseOf[demand]];
        if (configs.length == 0) {
            return false;
        }
        int[][] config = configs[context.rng.below(configs.length)];
        Arrays.fill(fresh, -1);
        for (int k = 0; k < config.length; k++) {
            int[] classes = config[k];
            int start = context.rng.below(classes.length);
            for (int i = 0; i < classes.length && fresh[k] < 0; i++) {
                int event = classes[(start + i) % classes.length];
                if (table.parent[event] < 0 || contains(fresh, table.parent[event])) {
                    fresh[k] = event;
                }
            }
            if (fresh[k] < 0) {
                return false;
            }
        }
        return true;
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
