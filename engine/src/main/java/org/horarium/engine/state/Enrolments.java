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
    private final int[] pattern; // the state's
    private final int[] room; // the state's
    private final int[] chain; // [demand * width + subpart], −1 beyond the end
    private final int[] size; // students of an event
    private final int[][] member; // demands of an event's students
    private final int[] memberAt; // [demand * width + subpart] in member of the class
    private final JointEnrolments joint;
    private final long[] conflicts; // students of an event in conflict, over its neighbours

    private long proposed;
    private int met;

    Enrolments(CompiledProblem compiled, int[] pattern, int[] room, Ledger ledger) {
        this.table = compiled.students;
        this.patterns = compiled.patterns;
        this.ledger = ledger;
        this.travel = compiled.rooms.travel;
        this.roomCount = compiled.rooms.count;
        this.pattern = pattern;
        this.room = room;
        chain = new int[table.demands * table.width];
        Arrays.fill(chain, -1);
        size = new int[compiled.events.count()];
        member = new int[compiled.events.count()][0];
        memberAt = new int[chain.length];
        joint = new JointEnrolments(table.demands == 0 ? 0 : compiled.events.count());
        conflicts = new long[compiled.events.count()];
        for (int course : table.courseOf) {
            ledger.add(RuleTable.UNENROLLED, table.attended[course] ? 1 : 0);
        }
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

    /** One of the demands that an event's students come from, by number below {@link #size}. */
    public int memberOf(int event, int number) {
        return member[event][number];
    }

    /** Students of an event who cannot attend another of their classes, once for each such class. */
    public long conflictsOf(int event) {
        return conflicts[event];
    }

    /** Number of students that two different events share. */
    public int shared(int event, int other) {
        return table.demands == 0 ? 0 : joint.count(event, other);
    }

    /** Number of events that may share students with an event. */
    int neighbours(int event) {
        return table.demands == 0 ? 0 : joint.others(event);
    }

    /** Whether an event shares students with one that carries a stamp. */
    boolean binds(int event, int[] stampOf, int stamp) {
        int[] others = joint.list(event);
        for (int i = 0; i < neighbours(event); i++) {
            if (stampOf[others[i]] == stamp) {
                return true;
            }
        }
        return false;
    }

    /**
     * Proposes that an event goes from one place to another, unless that and what was proposed before costs more than a limit.
     *
     * @return false if it does; then the proposal is void
     */
    boolean propose(int event, int to, int toRoom, double most) {
        int count = neighbours(event);
        proposed = 0;
        met = 0;
        if (count == 0) {
            return ledger.proposedSoft() <= most;
        }
        double affordable = (most - ledger.proposedSoft()) / table.weight + conflicts[event];
        if (affordable < 0) {
            return false;
        }
        int[] others = joint.list(event);
        long after = 0;
        for (int i = 0; i < count; i++) {
            int other = others[i];
            if (patterns.near(to, pattern[other]) && inConflict(to, toRoom, pattern[other], room[other])) {
                after += joint.count(event, other);
                if (after > affordable) {
                    met = i;
                    return false;
                }
            }
        }
        met = count;
        proposed = after - conflicts[event];
        ledger.proposeCost(proposed * table.weight);
        return true;
    }

    /** Number of other events that the last proposal looked at. */
    int met() {
        return met;
    }

    /** Change of the number of conflicts that the move last proposed would make. */
    long proposed() {
        return proposed;
    }

    /** Counts an event's conflicts, with a sign: +1 after it was placed, −1 before it goes. */
    void count(int event, int sign) {
        if (neighbours(event) == 0) {
            return;
        }
        if (sign > 0) {
            joint.tidy(event);
        }
        int[] others = joint.list(event);
        int at = pattern[event];
        long sum = 0;
        for (int i = 0; i < joint.others(event); i++) {
            int other = others[i];
            if (patterns.near(at, pattern[other]) && inConflict(at, room[event], pattern[other], room[other])) {
                int shared = joint.count(event, other);
                conflicts[other] += (long) sign * shared;
                sum += shared;
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
        for (int k = 0; k < table.width; k++) {
            int fresh = classes[k];
            int own = chain[base + k];
            if (fresh == own) {
                continue;
            }
            change += fresh >= 0 ? conflictsBeside(demand, fresh) : 0;
            change -= own >= 0 ? conflictsBeside(demand, own) : 0;
            for (int j = 0; j < table.width; j++) {
                // Two subparts that both change meet once, when k is the later of them.
                if (j < k || j > k && classes[j] == chain[base + j]) {
                    change += fresh >= 0 && classes[j] >= 0 && inConflict(fresh, classes[j]) ? 1 : 0;
                    change -= own >= 0 && chain[base + j] >= 0 && inConflict(own, chain[base + j]) ? 1 : 0;
                }
            }
        }
        return change;
    }

    /** Classes of the student's other demands that cannot be attended besides an event. */
    private int conflictsBeside(int demand, int event) {
        int at = pattern[event];
        int where = room[event];
        int count = 0;
        for (int other : table.demandsOf[table.studentOf[demand]]) {
            if (other == demand) {
                continue;
            }
            for (int i = other * table.width; i < (other + 1) * table.width && chain[i] >= 0; i++) {
                count += inConflict(at, where, pattern[chain[i]], room[chain[i]]) ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * A class of a student that cannot be attended besides an event.
     *
     * @return the demand it is for × the widest course's subparts + its subpart; −1 if there is none
     */
    public int missedBeside(int student, int event) {
        int at = pattern[event];
        int where = room[event];
        for (int demand : table.demandsOf[student]) {
            for (int i = demand * table.width; i < (demand + 1) * table.width && chain[i] >= 0; i++) {
                if (chain[i] != event && inConflict(at, where, pattern[chain[i]], room[chain[i]])) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Gives a demand other classes. */
    void set(int demand, int[] classes) {
        int base = demand * table.width;
        if (chain[base] < 0 != classes[0] < 0 && table.attended[table.courseOf[demand]]) {
            ledger.add(RuleTable.UNENROLLED, classes[0] < 0 ? 1 : -1);
        }
        for (int k = 0; k < table.width; k++) {
            if (chain[base + k] >= 0 && chain[base + k] != classes[k]) {
                leave(demand, base + k);
            }
        }
        for (int k = 0; k < table.width; k++) {
            if (classes[k] >= 0 && chain[base + k] != classes[k]) {
                join(demand, base + k, classes[k]);
            }
        }
    }

    private void join(int demand, int link, int event) {
        if (size[event] == member[event].length) {
            member[event] = Arrays.copyOf(member[event], Math.max(8, 2 * size[event]));
        }
        member[event][size[event]] = demand;
        memberAt[link] = size[event];
        if (++size[event] > table.limit[event]) {
            ledger.add(RuleTable.CLASS_LIMIT, 1);
        }
        share(demand, event, 1);
        chain[link] = event;
    }

    private void leave(int demand, int link) {
        int event = chain[link];
        chain[link] = -1;
        if (--size[event] >= table.limit[event]) {
            ledger.add(RuleTable.CLASS_LIMIT, -1);
        }
        int last = member[event][size[event]];
        member[event][memberAt[link]] = last;
        if (last != demand) {
            for (int i = last * table.width; ; i++) {
                if (chain[i] == event) {
                    memberAt[i] = memberAt[link];
                    break;
                }
            }
        }
        share(demand, event, -1);
    }

    /** The student of a demand begins (+1) or ceases (−1) to attend an event besides the other classes. */
    private void share(int demand, int event, int amount) {
        long sum = 0;
        for (int other : table.demandsOf[table.studentOf[demand]]) {
            for (int i = other * table.width; i < (other + 1) * table.width; i++) {
                int b = chain[i];
                if (b >= 0) {
                    joint.change(event, b, amount);
                    if (inConflict(event, b)) {
                        conflicts[b] += amount;
                        sum += amount;
                    }
                }
            }
        }
        conflicts[event] += sum;
        ledger.addCost(STUDENT, sum * table.weight);
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
