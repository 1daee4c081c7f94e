package org.horarium.engine.state;

import org.horarium.engine.compile.SetTable;

/** How many different things (rooms, people) a set of events uses, beyond {@code allowed}. */
final class Variety {
    private final SetTable table;
    private final int things;
    private final int[] allowed;
    private final Ledger ledger;
    private final short[] uses; // [constraint * things + thing]
    private final int[] distinct;

    Variety(SetTable table, int things, int[] allowed, Ledger ledger) {
        this.table = table;
        this.things = things;
        this.allowed = allowed;
        this.ledger = ledger;
        uses = new short[table.count * things];
        distinct = new int[table.count];
    }

    void insert(int constraint, int thing) {
        if (uses[constraint * things + thing]++ == 0 && distinct[constraint]++ >= allowed[constraint]) {
            ledger.add(table.rule[constraint], 1);
        }
    }

    void remove(int constraint, int thing) {
        if (--uses[constraint * things + thing] == 0 && --distinct[constraint] >= allowed[constraint]) {
            ledger.add(table.rule[constraint], -1);
        }
    }

    /** Proposes that one use of {@code from} becomes one of {@code to}; either may be −1 for none. */
    void propose(int constraint, int from, int to) {
        if (from == to) {
            return;
        }
        int after = distinct[constraint];
        if (from >= 0 && uses[constraint * things + from] == 1) {
            after--;
        }
        if (to >= 0 && uses[constraint * things + to] == 0) {
            after++;
        }
        ledger.propose(
                table.rule[constraint],
                Math.max(0, after - allowed[constraint]) - Math.max(0, distinct[constraint] - allowed[constraint]));
    }

    /** Makes one use of {@code from} one of {@code to} without counting it; returns the change of units. */
    int shift(int constraint, int from, int to) {
        int before = Math.max(0, distinct[constraint] - allowed[constraint]);
        if (from >= 0 && --uses[constraint * things + from] == 0) {
            distinct[constraint]--;
        }
        if (to >= 0 && uses[constraint * things + to]++ == 0) {
            distinct[constraint]++;
        }
        return Math.max(0, distinct[constraint] - allowed[constraint]) - before;
    }

    /** Whether the set does not use the thing yet. */
    boolean isNew(int constraint, int thing) {
        return uses[constraint * things + thing] == 0;
    }

    /** Proposes that so many things are used that were not. */
    void proposeNew(int constraint, int count) {
        int after = distinct[constraint] + count;
        ledger.propose(
                table.rule[constraint],
                Math.max(0, after - allowed[constraint]) - Math.max(0, distinct[constraint] - allowed[constraint]));
    }
}
