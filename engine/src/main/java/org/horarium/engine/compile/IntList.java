package org.horarium.engine.compile;

import java.util.Arrays;

/** A growing list of ints without boxing. */
public final class IntList {
    private int[] items = new int[16];
    private int size;

    /** Appends a value. */
    public void add(int value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = value;
    }

    /** The value at an index below {@link #size()}. */
    public int get(int index) {
        return items[index];
    }

    /** Number of values. */
    public int size() {
        return size;
    }

    /** Forgets all values. */
    public void clear() {
        size = 0;
    }

    /** Forgets all values from an index on. */
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
    }

    /** Whether the value occurs. */
    public boolean contains(int value) {
        for (int i = 0; i < size; i++) {
            if (items[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** A copy of the values. */
    public int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
