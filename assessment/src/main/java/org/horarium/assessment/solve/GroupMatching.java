package org.horarium.assessment.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Puts people into groups of given sizes so that nobody is led by a no-go assessor: augmenting paths in a bipartite
 * graph with capacities.
 */
final class GroupMatching {
    private final CompiledCentre c;
    private final int[] members;
    private final int[] leaders;
    private final int[] sizes;
    private final List<List<Integer>> inGroup = new ArrayList<>();

    /**
     * @param leaders the leader of each group
     * @param random decides among equal ways
     */
    GroupMatching(CompiledCentre c, Cohort cohort, int[] leaders, Random random) {
        this.c = c;
        this.leaders = leaders;
        this.sizes = cohort.sizes();
        List<Integer> order = new ArrayList<>();
        Arrays.stream(cohort.members()).forEach(order::add);
        Collections.shuffle(order, random);
        this.members = order.stream().mapToInt(i -> i).toArray();
        for (int g = 0; g < sizes.length; g++) {
            inGroup.add(new ArrayList<>());
        }
    }

    /** Writes the group of each member; false when these leaders allow none. */
    boolean assign(int[] group) {
        for (int p : members) {
            if (!place(p, new boolean[sizes.length])) {
                return false;
            }
        }
        for (int g = 0; g < sizes.length; g++) {
            for (int p : inGroup.get(g)) {
                group[p] = g;
            }
        }
        return true;
    }

    private boolean place(int person, boolean[] seen) {
        for (int g = 0; g < sizes.length; g++) {
            if (seen[g] || c.noGo[person].get(leaders[g])) {
                continue;
            }
            List<Integer> inside = inGroup.get(g);
            if (inside.size() < sizes[g]) {
                inside.add(person);
                return true;
            }
            seen[g] = true;
            for (int i = 0; i < inside.size(); i++) {
                int other = inside.get(i);
                if (place(other, seen)) {
                    inside.set(i, person);
                    return true;
                }
            }
        }
        return false;
    }
}
