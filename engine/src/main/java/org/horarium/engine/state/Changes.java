package org.horarium.engine.state;

import org.horarium.engine.compile.ChangeTable;

/** What differs from where events were ({@code LeastChange}). */
final class Changes {
    private final ChangeTable table;
    private final Ledger ledger;

    Changes(ChangeTable table, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
    }

    /** Counts an event's time and room, with a sign; the room option is −1 for none. */
    void count(int event, int time, int room, int sign) {
        for (int c = 0; c < table.count; c++) {
            ledger.add(table.rule[c], (long) sign * units(c, event, time, room));
        }
    }

    /** Proposes that an event goes to a time and room from others; −1 as the old time: from nowhere. */
    void propose(int event, int oldTime, int oldRoom, int time, int room) {
        for (int c = 0; c < table.count; c++) {
            int before = oldTime < 0 ? 0 : units(c, event, oldTime, oldRoom);
            ledger.propose(table.rule[c], units(c, event, time, room) - before);
        }
    }

    /** Counts a candidate in a seat of a placed event, with a sign. */
    void countCandidate(int decision, int position, int candidate, int sign) {
        for (int c = 0; c < table.count; c++) {
            ledger.add(table.rule[c], (long) sign * table.ofCandidate[c][decision][position][candidate]);
        }
    }

    /** Proposes that a candidate in a seat of an event begins to count. */
    void proposeCandidate(int decision, int position, int candidate) {
        for (int c = 0; c < table.count; c++) {
            ledger.propose(table.rule[c], table.ofCandidate[c][decision][position][candidate]);
        }
    }

    private int units(int c, int event, int time, int room) {
        int[] ofTime = table.ofTime[c][event];
        if (ofTime.length == 0) {
            return 0;
        }
        return ofTime[time] + (room < 0 ? 0 : table.ofRoom[c][event][room]);
    }
}
