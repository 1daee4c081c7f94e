package org.horarium.engine.state;

import org.horarium.engine.compile.LoadTable;

/** Slots that each person carries, and how far that is from the target ({@code LoadBalance}). */
final class Loads {
    private final LoadTable table;
    private final Ledger ledger;
    private final int[] load;

    Loads(LoadTable table, int people, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
        load = new int[people];
        for (int person = 0; person < people; person++) {
            for (int i = table.at[person]; i < table.at[person + 1]; i++) {
                ledger.add(table.rule[i], table.units(i, 0));
            }
        }
    }

    void add(int person, int slots) {
        for (int i = table.at[person]; i < table.at[person + 1]; i++) {
            ledger.add(table.rule[i], table.units(i, load[person] + slots) - table.units(i, load[person]));
        }
        load[person] += slots;
    }

    void propose(int person, int slots) {
        for (int i = table.at[person]; i < table.at[person + 1]; i++) {
            ledger.propose(table.rule[i], table.units(i, load[person] + slots) - table.units(i, load[person]));
        }
    }

    /** Slots that a person carries, over all weeks. */
    int of(int person) {
        return load[person];
    }
}
