package org.horarium.assessment.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Sets of interchangeable resources that some tasks are confined to: all candidate sets, and unions of overlapping
 * ones. Whatever identities a plan chooses, the tasks confined to a set use at most as many at a time as it has members.
 */
final class ResourceSets {
    private static final int MOST_SETS = 48;

    private ResourceSets() {}

    /** Sets of assessors. */
    static List<BitSet> ofAssessors(CompiledCentre c) {
        return closure(c, Task::assessors);
    }

    /** Sets of rooms. */
    static List<BitSet> ofRooms(CompiledCentre c) {
        return closure(c, Task::rooms);
    }

    private static List<BitSet> closure(CompiledCentre c, Function<Task, int[]> candidates) {
        Set<BitSet> sets = new LinkedHashSet<>();
        BitSet all = new BitSet();
        for (Task t : c.tasks) {
            BitSet set = bits(candidates.apply(t));
            if (!set.isEmpty()) {
                sets.add(set);
                all.or(set);
            }
        }
        List<BitSet> list = new ArrayList<>(sets);
        for (int i = 0; i < list.size() && sets.size() < MOST_SETS; i++) {
            for (int j = 0; j < i && sets.size() < MOST_SETS; j++) {
                if (list.get(i).intersects(list.get(j))) {
                    BitSet union = (BitSet) list.get(i).clone();
                    union.or(list.get(j));
                    if (sets.add(union)) {
                        list.add(union);
                    }
                }
            }
        }
        if (!all.isEmpty()) {
            sets.add(all);
        }
        return new ArrayList<>(sets);
    }

    static BitSet bits(int[] values) {
        BitSet set = new BitSet();
        for (int v : values) {
            set.set(v);
        }
        return set;
    }

    /** True when all candidates are members of the set, and there is one. */
    static boolean confined(int[] candidates, BitSet set) {
        for (int v : candidates) {
            if (!set.get(v)) {
                return false;
            }
        }
        return candidates.length > 0;
    }
}
