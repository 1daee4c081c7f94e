package org.horarium.engine.explain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Bipartite matching by augmenting paths, for small things: seats and people, events and days. */
final class Matching {
    private Matching() {}

    /**
     * The largest number of rows that get a column each, all different.
     *
     * @param choices for each row the columns it may have
     */
    static int size(List<BitSet> choices) {
        int columns = choices.stream().mapToInt(BitSet::length).max().orElse(0);
        int[] taker = new int[columns];
        Arrays.fill(taker, -1);
        int size = 0;
        for (int row = 0; row < choices.size(); row++) {
            size += augment(row, choices, taker, new BitSet(columns)) ? 1 : 0;
        }
        return size;
    }

    private static boolean augment(int row, List<BitSet> choices, int[] taker, BitSet tried) {
        BitSet columns = choices.get(row);
        for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
            if (!tried.get(column)) {
                tried.set(column);
                if (taker[column] < 0 || augment(taker[column], choices, taker, tried)) {
                    taker[column] = row;
                    return true;
                }
            }
        }
        return false;
    }
}
