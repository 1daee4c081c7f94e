package org.horarium.engine.evolve;

import java.util.Random;
import org.horarium.engine.cluster.Clusters;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.compile.StudentTable;
import org.horarium.engine.search.Assignment;
import org.horarium.engine.state.State;
import org.jspecify.annotations.Nullable;

/**
 * One plan with some blocks of another. A block is a community of events, so that little is torn apart at its edges;
 * without communities events are drawn one by one. What does not fit any more goes to its cheapest place that breaks
 * nothing, or stays out.
 */
public final class Crossover {
    private static final int MOST_PLACES = 600;

    private final State state;
    private final CompiledProblem compiled;
    private final @Nullable Clusters clusters;
    private final Random random;
    private final boolean[] taken;

    /**
     * @param state in which children are made
     * @param clusters the blocks; null for single events
     * @param random of all decisions
     */
    public Crossover(State state, @Nullable Clusters clusters, Random random) {
        this.state = state;
        this.compiled = state.compiled();
        this.clusters = clusters;
        this.random = random;
        taken = new boolean[compiled.events.count()];
    }

    /**
     * Makes the state a child of two plans without broken rules: the first with about half of the blocks in which they
     * differ from the second.
     *
     * @return how many events could not be placed
     */
    public int cross(Assignment first, Assignment second) {
        first.restore(state);
        choose(first, second);
        IntList open = new IntList();
        for (int event = 0; event < taken.length; event++) {
            if (taken[event] && state.isPlaced(event)) {
                state.unplace(event);
            }
        }
        takeSeats(second);
        takeStudents(second);
        for (int event = 0; event < taken.length; event++) {
            if (!taken[event]) {
                continue;
            }
            if (second.time[event] >= 0 && state.evaluate(event, second.time[event], second.roomOption[event], true)) {
                state.place(event, second.time[event], second.roomOption[event]);
            } else {
                open.add(event);
            }
        }
        int unplaced = 0;
        for (int i = 0; i < open.size(); i++) {
            unplaced += place(open.get(i)) ? 0 : 1;
        }
        return unplaced;
    }

    /** Marks the events of blocks that the child takes from the second plan. */
    private void choose(Assignment first, Assignment second) {
        int blocks = clusters == null ? taken.length : clusters.count();
        boolean[] chosen = new boolean[blocks];
        int wanted = 0;
        int got = 0;
        for (int event = 0; event < taken.length; event++) {
            wanted += differs(event, first, second) ? 1 : 0;
        }
        for (int tries = 0; tries < 4 * blocks && 2 * got < wanted; tries++) {
            int block = random.nextInt(blocks);
            if (!chosen[block]) {
                chosen[block] = true;
                got += differing(block, first, second);
            }
        }
        for (int event = 0; event < taken.length; event++) {
            taken[event] = chosen[clusters == null ? event : clusters.of()[event]];
        }
    }

    private int differing(int block, Assignment first, Assignment second) {
        if (clusters == null) {
            return differs(block, first, second) ? 1 : 0;
        }
        int count = 0;
        for (int event : clusters.members()[block]) {
            count += differs(event, first, second) ? 1 : 0;
        }
        return count;
    }

    private static boolean differs(int event, Assignment first, Assignment second) {
        return first.time[event] != second.time[event] || first.roomOption[event] != second.roomOption[event];
    }

    /** People change where all events of a decision are taken. */
    private void takeSeats(Assignment second) {
        StaffTable staff = compiled.staff;
        for (int decision = 0; decision < staff.decisions(); decision++) {
            if (allTaken(staff.eventsOf()[decision])) {
                for (int seat : staff.seatsOf()[decision]) {
                    if (state.candidate(seat) != second.candidate[seat]) {
                        state.seat(seat, second.candidate[seat]);
                    }
                }
            }
        }
    }

    private boolean allTaken(int[] events) {
        for (int event : events) {
            if (!taken[event]) {
                return false;
            }
        }
        return events.length > 0;
    }

    /** Students change classes where all classes of a course are taken. */
    private void takeStudents(Assignment second) {
        StudentTable students = compiled.students;
        int[] classes = new int[students.width];
        for (int course = 0; course < students.classes.length; course++) {
            if (!isCourseTaken(students.classes[course])) {
                continue;
            }
            for (int demand : students.demandsFor[course]) {
                System.arraycopy(second.chain, demand * students.width, classes, 0, students.width);
                state.enrol(demand, classes);
            }
        }
    }

    private boolean isCourseTaken(int[][][] configs) {
        for (int[][] config : configs) {
            for (int[] subpart : config) {
                if (!allTaken(subpart)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Puts an event to the cheapest place that breaks nothing; false if there is none among those looked at. */
    private boolean place(int event) {
        int times = compiled.events.times()[event].length;
        int rooms = Math.max(1, compiled.events.rooms()[event].length);
        int all = times * rooms;
        int start = random.nextInt(Math.max(1, all));
        long least = Long.MAX_VALUE;
        int best = -1;
        for (int i = 0; i < Math.min(all, MOST_PLACES); i++) {
            int place = (start + i) % all;
            int room = compiled.events.needsRoom()[event] ? place % rooms : -1;
            if (state.evaluate(event, place / rooms, room, true)
                    && state.ledger().proposedSoft() < least) {
                least = state.ledger().proposedSoft();
                best = place;
            }
        }
        if (best >= 0) {
            state.place(event, best / rooms, compiled.events.needsRoom()[event] ? best % rooms : -1);
        }
        return best >= 0;
    }
}
