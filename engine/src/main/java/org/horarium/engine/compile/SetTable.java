package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.List;

/** Constraints over sets of events, of one family, numbered from 0. */
public final class SetTable {
    /** Number of constraints. */
    public final int count;

    /** Rule number of each, see {@link RuleTable}. */
    public final int[] rule;

    /** First parameter of each. */
    public final int[] first;

    /** Second parameter of each. */
    public final int[] second;

    /** Events of each. */
    public final int[][] events;

    /** Constraints of an event. */
    public final int[][] ofEvent;

    /** Amount of the event in the constraint, parallel to {@link #ofEvent}. */
    public final int[][] amounts;

    private SetTable(List<Entry> entries, int eventCount) {
        count = entries.size();
        rule = entries.stream().mapToInt(Entry::rule).toArray();
        first = entries.stream().mapToInt(Entry::first).toArray();
        second = entries.stream().mapToInt(Entry::second).toArray();
        events = entries.stream().map(Entry::events).toArray(int[][]::new);
        IntList[] byEvent = new IntList[eventCount];
        IntList[] amountByEvent = new IntList[eventCount];
        for (int e = 0; e < eventCount; e++) {
            byEvent[e] = new IntList();
            amountByEvent[e] = new IntList();
        }
        for (int i = 0; i < count; i++) {
            Entry entry = entries.get(i);
            for (int at = 0; at < entry.events().length; at++) {
                byEvent[entry.events()[at]].add(i);
                amountByEvent[entry.events()[at]].add(entry.amounts()[at]);
            }
        }
        ofEvent = new int[eventCount][];
        amounts = new int[eventCount][];
        for (int e = 0; e < eventCount; e++) {
            ofEvent[e] = byEvent[e].toArray();
            amounts[e] = amountByEvent[e].toArray();
        }
    }

    private record Entry(int rule, int first, int second, int[] events, int[] amounts) {}

    /** Collects constraints. */
    static final class Builder {
        private final List<Entry> entries = new ArrayList<>();

        void add(int rule, int first, int second, int[] events) {
            int[] amounts = new int[events.length];
            java.util.Arrays.fill(amounts, 1);
            entries.add(new Entry(rule, first, second, events, amounts));
        }

        void add(int rule, int first, int[] events, int[] amounts) {
            entries.add(new Entry(rule, first, 0, events, amounts));
        }

        SetTable build(int eventCount) {
            return new SetTable(entries, eventCount);
        }
    }
}
