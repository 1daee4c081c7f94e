package org.horarium.engine.search;

import java.util.Arrays;
import org.horarium.engine.compile.StudentTable;
import org.horarium.engine.state.Enrolments;

/**
 * Chains of classes that a student may take for a course: one class of each subpart of one configuration, each with its
 * parent class. Class limits are not looked at here.
 */
final class Chains {
    /** Classes looked at before a drawing is given up; only courses with tangled parents come near it. */
    private static final int MOST_STEPS = 2_000;

    private final StudentTable table;
    private final Enrolments enrolments;
    private final Rng rng;
    private int steps;

    Chains(StudentTable table, Enrolments enrolments, Rng rng) {
        this.table = table;
        this.enrolments = enrolments;
        this.rng = rng;
    }

    /**
     * Draws any chain.
     *
     * @param demand for whom
     * @param chain receives it, −1 beyond the end
     * @return false if there is none
     */
    boolean draw(int demand, int[] chain) {
        int[][][] configs = table.classes[table.courseOf[demand]];
        int first = configs.length == 0 ? 0 : rng.below(configs.length);
        steps = 0;
        for (int i = 0; i < configs.length; i++) {
            Arrays.fill(chain, -1);
            if (extend(configs[(first + i) % configs.length], 0, chain)) {
                return true;
            }
        }
        return false;
    }

    /** Chooses for subpart k and those after it, going back where a choice leaves no class for a later subpart. */
    private boolean extend(int[][] config, int k, int[] chain) {
        if (k == config.length) {
            return k > 0;
        }
        int[] classes = config[k];
        int start = rng.below(classes.length);
        for (int i = 0; i < classes.length && steps < MOST_STEPS; i++) {
            int event = classes[start + i < classes.length ? start + i : start + i - classes.length];
            steps++;
            if (hasParentIn(event, chain)) {
                chain[k] = event;
                if (extend(config, k + 1, chain)) {
                    return true;
                }
            }
        }
        chain[k] = -1;
        return false;
    }

    /**
     * Draws a chain that differs from the present one in a subpart, and elsewhere only where parents ask for it.
     *
     * @param demand for whom; must be enrolled
     * @param subpart where to differ
     * @param chain receives it, −1 beyond the end
     * @return false if the subpart has one class, or the drawing ran into a dead end
     */
    boolean vary(int demand, int subpart, int[] chain) {
        int own = enrolments.classOf(demand, subpart);
        int[][] config = table.classes[table.courseOf[demand]][table.configOf[own]];
        int[] classes = config[subpart];
        if (classes.length < 2) {
            return false;
        }
        int event = classes[rng.below(classes.length)];
        if (event == own) {
            return false;
        }
        for (int k = 0; k < chain.length; k++) {
            chain[k] = enrolments.classOf(demand, k);
        }
        for (int at = event; at >= 0; at = table.parent[at]) {
            chain[table.subpartOf[at]] = at;
        }
        for (int k = 0; k < config.length; k++) {
            if (!hasParentIn(chain[k], chain) && !choose(config[k], k, chain)) {
                return false;
            }
        }
        return true;
    }

    private boolean choose(int[] classes, int k, int[] chain) {
        int start = rng.below(classes.length);
        for (int i = 0; i < classes.length; i++) {
            int event = classes[start + i < classes.length ? start + i : start + i - classes.length];
            if (hasParentIn(event, chain)) {
                chain[k] = event;
                return true;
            }
        }
        return false;
    }

    /** Whether every class of a chain has its parent in it. */
    boolean isConsistent(int[] chain) {
        for (int k = 0; k < chain.length && chain[k] >= 0; k++) {
            if (!hasParentIn(chain[k], chain)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasParentIn(int event, int[] chain) {
        int parent = table.parent[event];
        return parent < 0 || chain[table.subpartOf[parent]] == parent;
    }
}
