package org.horarium.engine.state;

/** Sets of events by some key (a time), as rows of bits, so that a set is compared with another 64 events at a time. */
final class BitRoster {
    private final int words;
    private final long[] row;

    BitRoster(int keys, int events) {
        words = (events + 63) / 64;
        row = new long[keys * words];
    }

    void join(int key, int event) {
        row[key * words + (event >> 6)] |= 1L << event;
    }

    void leave(int key, int event) {
        row[key * words + (event >> 6)] &= ~(1L << event);
    }

    /** The events with numbers from 64 × {@code word} on in the set of a key. */
    long bits(int key, int word) {
        return row[key * words + word];
    }
}
