package org.horarium.engine.compile;

import org.horarium.engine.model.StaffFairness;

/** Shares of people in {@link StaffFairness}. Those of a person are {@code at[p]..at[p + 1]}. */
public final class FairnessTable {
    /** See the class. */
    public final int[] at;

    /** Rule number. */
    public final int[] rule;

    private final int[] free;
    private final int[] step;

    private FairnessTable(IntList[] byPerson) {
        at = new int[byPerson.length + 1];
        IntList rules = new IntList();
        IntList frees = new IntList();
        IntList steps = new IntList();
        for (int p = 0; p < byPerson.length; p++) {
            at[p] = rules.size();
            for (int i = 0; i < byPerson[p].size(); i += 3) {
                rules.add(byPerson[p].get(i));
                frees.add(byPerson[p].get(i + 1));
                steps.add(byPerson[p].get(i + 2));
            }
        }
        at[byPerson.length] = rules.size();
        rule = rules.toArray();
        free = frees.toArray();
        step = steps.toArray();
    }

    /** Units of entry {@code i} at a regret. */
    public long units(int i, long regret) {
        long level = Math.min(Math.max(0, regret - free[i]) / step[i], StaffFairness.MOST_LEVELS);
        return level * level * level;
    }

    /** Collects shares. */
    static final class Builder {
        private final IntList[] byPerson;

        Builder(int people) {
            byPerson = new IntList[people];
            for (int p = 0; p < people; p++) {
                byPerson[p] = new IntList();
            }
        }

        void add(int person, int rule, StaffFairness.Share share) {
            byPerson[person].add(rule);
            byPerson[person].add(share.free());
            byPerson[person].add(share.step());
        }

        FairnessTable build() {
            return new FairnessTable(byPerson);
        }
    }
}
