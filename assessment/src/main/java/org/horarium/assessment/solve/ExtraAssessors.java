package org.horarium.assessment.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Adds free mapped assessors to individual sessions up to the most that a session may have: the least loaded first, and
 * only while the largest difference of loads does not grow.
 */
final class ExtraAssessors {
    private ExtraAssessors() {}

    static Draft add(CompiledCentre c, Draft draft) {
        Draft richer = new Draft(draft);
        BitSet[] taken =
                Arrays.stream(c.assessorAway).map(b -> (BitSet) b.clone()).toArray(BitSet[]::new);
        for (Task t : c.tasks) {
            for (int a : draft.assessors[t.id()]) {
                occupy(c, taken[a], t, draft);
            }
        }
        int spread = draft.spread(c);
        List<Task> sessions =
                new ArrayList<>(c.tasks.stream().filter(t -> t.order() == 1).toList());
        sessions.sort(Comparator.comparingInt(t -> draft.start[t.id()]));
        for (Task t : sessions) {
            while (richer.assessors[t.id()].length < c.centre.maxAssessorsPerSession()) {
                int[] loads = richer.loads(c);
                int best = -1;
                for (int a : t.assessors()) {
                    boolean free = CompiledCentre.free(taken[a], draft.start[t.id()], t.units());
                    if (free && (best < 0 || loads[a] < loads[best])) {
                        best = a;
                    }
                }
                if (best < 0) {
                    break;
                }
                int[] before = richer.assessors[t.id()];
                int[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = best;
                richer.assessors[t.id()] = after;
                if (richer.spread(c) > spread) {
                    richer.assessors[t.id()] = before;
                    break;
                }
                spread = richer.spread(c);
                occupy(c, taken[best], t, draft);
            }
        }
        return richer;
    }

    private static void occupy(CompiledCentre c, BitSet taken, Task t, Draft draft) {
        int at = draft.start[t.id()];
        taken.set(Math.max(0, at - c.buffer), at + t.units() + c.buffer);
    }
}
