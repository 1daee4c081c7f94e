package org.horarium.engine.compile;

/** Load targets of people, see {@link org.horarium.engine.model.LoadBalance}. Those of a person are {@code at[p]..at[p + 1]}. */
public final class LoadTable {
    /** See the class. */
    public final int[] at;

    /** Rule number. */
    public final int[] rule;

    /** Slots that the person should carry. */
    public final int[] target;

    /** Slots that do not matter. */
    public final int[] step;

    private LoadTable(IntList[] byPerson) {
        at = new int[byPerson.length + 1];
        IntList rules = new IntList();
        IntList targets = new IntList();
        IntList steps = new IntList();
        for (int p = 0; p < byPerson.length; p++) {
            at[p] = rules.size();
            for (int i = 0; i < byPerson[p].size(); i += 3) {
                rules.add(byPerson[p].get(i));
                targets.add(byPerson[p].get(i + 1));
                steps.add(byPerson[p].get(i + 2));
            }
        }
        at[byPerson.length] = rules.size();
        rule = rules.toArray();
        target = targets.toArray();
        step = steps.toArray();
    }

    /** Units of entry {@code i} at a load. */
    public int units(int i, int load) {
        int steps = Math.abs(load - target[i]) / step[i];
        return steps * steps;
    }

    /** Collects targets. */
    static final class Builder {
        private final IntList[] byPerson;

        Builder(int people) {
            byPerson = new IntList[people];
            for (int p = 0; p < people; p++) {
                byPerson[p] = new IntList();
            }
        }

        void add(int person, int rule, int target, int step) {
            byPerson[person].add(rule);
            byPerson[person].add(target);
            byPerson[person].add(step);
        }

        LoadTable build() {
            return new LoadTable(byPerson);
        }
    }
}
