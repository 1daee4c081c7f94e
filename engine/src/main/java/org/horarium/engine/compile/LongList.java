package org.horarium.engine.compile;

import java.util.Arrays;

/** A growing list of longs without boxing. */
final class LongList {
    private long[] items = new long[16];
    private int size;

    void add(long value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = value;
    }

    long[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
