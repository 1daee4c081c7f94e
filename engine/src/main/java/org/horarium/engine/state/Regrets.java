package org.horarium.engine.state;

import org.horarium.engine.compile.FairnessTable;

/** What the assignments of each person cost, and what that means for the fairness among them ({@code StaffFairness}). */
final class Regrets {
    private final FairnessTable table;
    private final Ledger ledger;
    private final long[] regret;

    Regrets(FairnessTable table, int people, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
        regret = new long[people];
    }

    void add(int person, long change) {
        for (int i = table.at[person]; i < table.at[person + 1]; i++) {
            ledger.add(table.rule[i], table.units(i, regret[person] + change) - table.units(i, regret[person]));
        }
        regret[person] += change;
    }

    void propose(int person, long change) {
        for (int i = table.at[person]; i < table.at[person + 1]; i++) {
            ledger.propose(table.rule[i], table.units(i, regret[person] + change) - table.units(i, regret[person]));
        }
    }
}
