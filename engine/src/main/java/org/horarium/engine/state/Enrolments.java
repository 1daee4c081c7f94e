package org.horarium.engine.state;

import java.util.Arrays;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.compile.StudentTable;
import org.horarium.engine.model.CostComponent;

/**
 * Who attends which classes. Events see students only through the <i>joint enrolments</i> (Müller, JENRL): for each event
 * the others it shares students with, and how many. A move of an event walks over those neighbours, never over students.
 */
public final class Enrolments {
    private static final int STUDENT = CostComponent.STUDENT.ordinal();

    private final StudentTable table;
    private final Patterns patterns;
    private final Ledger ledger;
    private final int[] travel;
    private final int roomCount;
    private final int events;
    private final int[] pattern; // the state's
    private final int[] room; // the state's
    private final int[] chain; // [demand * width + subpart], −1 beyond the end
    private final int[] size; // students of an event
    private final int[][] neighbour;
    private final int[][] shared;
    private final int[] neighbours;
    private final short[] position; // [event * events + other] in neighbour, −1 if none
    private final long[] conflicts; // students of an event in conflict, over its neighbours

    Enrolments(CompiledProblem compiled, int[] pattern, int[] room, Ledger ledger) {
        this.table = compiled.students;
        this.patterns = compiled.patterns;
        this.ledger = ledger;
        this.travel = compiled.rooms.travel;
        this.roomCount = compiled.rooms.count;
        this.pattern = pattern;
        this.room = room;
        events = table.demands == 0 ? 0 : compiled.events.count();
        chain = new int[table.demands * table.width];
        Arrays.fill(chain, -1);
        size = new int[compiled.events.count()];
        neighbour = new int[events][8];
        shared = new int[events][8];
        neighbours = new int[compiled.events.count()];
        position = new short[events * events];
        Arrays.fill(position, (short) -1);
        conflicts = new long[compiled.events.count()];
    }

    /** Class of a demand in a subpart of its configuration; −1 beyond the last. */
    public int classOf(int demand, int subpart) {
        return chain[demand * table.width + subpart];
    }

    void copyTo(int[] chains) {
        System.arraycopy(chain, 0, chains, 0, chain.length);
    }

    /** Students of an event. */
    public int size(int event) {
        return size[event];
    }

    /** Number of events that share students with an event. */
    int neighbours(int event) {
        return neighbours[event];
    }

    /** Number of students that two events share. */
    public int shared(int event, int other) {
        int at = events == 0 ? -1 : position[event * events + other];
        return at < 0 ? 0 : shared[event][at];
    }

    /** Whether an event shares students with one that carries a stamp. */
    boolean binds(int event, int[] stampOf, int stamp) {
        for (int i = 0; i < neighbours[event]; i++) {
            if (stampOf[neighbour[event][i]] == stamp) {
                return true;
            }
        }
        return false;
    }

    /** Proposes that an event goes from one place to another. */
    void propose(int event, int to, int toRoom) {
        int count = neighbours[event];
        if (count == 0) {
            return;
        }
        int[] others = neighbour[event];
        int[] amounts = shared[event];
        long after = 0;
        for (int i = 0; i < count; i++) {
            int other = others[i];
            if (inConflict(to, toRoom, pattern[other], room[other])) {
                after += amounts[i];
            }
        }
        ledger.proposeCost((after - conflicts[event]) * table.weight);
    }

    /** Counts an event's conflicts, with a sign: +1 after it was placed, −1 before it goes. */
    void count(int event, int sign) {
        long sum = 0;
        for (int i = 0; i < neighbours[event]; i++) {
            int other = neighbour[event][i];
            if (inConflict(pattern[event], room[event], pattern[other], room[other])) {
                conflicts[other] += (long) sign * shared[event][i];
                sum += shared[event][i];
            }
        }
        conflicts[event] += sign * sum;
        ledger.addCost(STUDENT, sign * sum * table.weight);
    }

    /**
     * What it would cost, in conflicts, if a demand had other classes.
     *
     * @param demand the demand
     * @param classes the new chain, −1 beyond the end
     * @return change of the number of conflicts of its student
     */
    public int change(int demand, int[] classes) {
        int base = demand * table.width;
        int change = 0;
        for (int other : table.demandsOf[table.studentOf[demand]]) {
            if (other == demand) {
                continue;
            }
            for (int i = other * table.width; i < (other + 1) * table.width && chain[i] >= 0; i++) {
                for (int k = 0; k < table.width; k++) {
                    if (classes[k] != chain[base + k]) {
                        change += classes[k] >= 0 && inConflict(classes[k], chain[i]) ? 1 : 0;
                        change -= chain[base + k] >= 0 && inConflict(chain[base + k], chain[i]) ? 1 : 0;
                    }
                }
            }
        }
        for (int k = 0; k < table.width; k++) {
            for (int j = k + 1; j < table.width; j++) {
                change += classes[k] >= 0 && classes[j] >= 0 && inConflict(classes[k], classes[j]) ? 1 : 0;
                change -= chain[base + k] >= 0 && chain[base + j] >= 0 && inConflict(chain[base + k], chain[base + j])
                        ? 1
                        : 0;
            }
        }
        return change;
    }

    /** Gives a demand other classes. */
    void set(int demand, int[] classes) {
        int base = demand * table.width;
        for (int k = 0; k < table.width; k++) {
            if (chain[base + k] >= 0 && chain[base + k] != classes[k]) {
                int event = chain[base + k];
                chain[base + k] = -1;
                leave(demand, event);
            }
        }
        for (int k = 0; k < table.width; k++) {
            if (classes[k] >= 0 && chain[base + k] != classes[k]) {
                join(demand, classes[k]);
                chain[base + k] = classes[k];
            }
        }
    }

    private void join(int demand, int event) {
        if (++size[event] > table.limit[event]) {
            ledger.add(RuleTable.CLASS_LIMIT, 1);
        }
        for (int other : table.demandsOf[table.studentOf[demand]]) {
            for (int i = other * table.width; i < (other + 1) * table.width; i++) {
                if (chain[i] >= 0) {
                    share(event, chain[i], 1);
                }
            }
        }
    }

    private void leave(int demand, int event) {
        if (--size[event] >= table.limit[event]) {
            ledger.add(RuleTable.CLASS_LIMIT, -1);
        }
        for (int other : table.demandsOf[table.studentOf[demand]]) {
            for (int i = other * table.width; i < (other + 1) * table.width; i++) {
                if (chain[i] >= 0) {
                    share(event, chain[i], -1);
                }
            }
        }
    }

    private void share(int a, int b, int amount) {
        addNeighbour(a, b, amount);
        addNeighbour(b, a, amount);
        if (inConflict(a, b)) {
            conflicts[a] += amount;
            conflicts[b] += amount;
            ledger.addCost(STUDENT, amount * table.weight);
        }
    }

    private void addNeighbour(int a, int b, int amount) {
        int at = position[a * events + b];
        if (at < 0) {
            at = neighbours[a]++;
            if (at == neighbour[a].length) {
                neighbour[a] = Arrays.copyOf(neighbour[a], at * 2);
                shared[a] = Arrays.copyOf(shared[a], at * 2);
            }
            neighbour[a][at] = b;
            shared[a][at] = 0;
            position[a * events + b] = (short) at;
        }
        shared[a][at] += amount;
        if (shared[a][at] == 0) {
            int last = --neighbours[a];
            neighbour[a][at] = neighbour[a][last];
            shared[a][at] = shared[a][last];
            position[a * events + neighbour[a][at]] = (short) at;
            position[a * events + b] = -1;
        }
    }

    private boolean inConflict(int a, int b) {
        return inConflict(pattern[a], room[a], pattern[b], room[b]);
    }

    /** Whether nobody can attend both: they overlap, or the walk between them takes longer than the pause. */
    private boolean inConflict(int p, int r, int q, int s) {
        if (!patterns.near(p, q)) {
            return false;
        }
        int walk = r < 0 || s < 0 ? 0 : travel[r * roomCount + s];
        return patterns.end[p] + walk > patterns.start[q] && patterns.end[q] + walk > patterns.start[p];
    }
}
