package org.horarium.assessment.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The runs of set bits.
 *
 * @param bits not changed
 */
record BitSetRuns(BitSet bits) {
    /** Each run as first bit and first bit after it. */
    List<int[]> list() {
        List<int[]> runs = new ArrayList<>();
        for (int from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(bits.nextClearBit(from))) {
            runs.add(new int[] {from, bits.nextClearBit(from)});
        }
        return runs;
    }
}
