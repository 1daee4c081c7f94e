package org.horarium.engine.state;

import java.util.Arrays;

/** Lists of events by some key (a room), where an event is in one list at most; joining and leaving take no time. */
final class Roster {
    private final int[] first;
    private final int[] next;
    private final int[] previous;

    Roster(int keys, int events) {
        first = new int[keys];
        next = new int[events];
        previous = new int[events];
        Arrays.fill(first, -1);
    }

    void join(int key, int event) {
        int head = first[key];
        next[event] = head;
        previous[event] = -1;
        if (head >= 0) {
            previous[head] = event;
        }
        first[key] = event;
    }

    void leave(int key, int event) {
        if (previous[event] >= 0) {
            next[previous[event]] = next[event];
        } else {
            first[key] = next[event];
        }
        if (next[event] >= 0) {
            previous[next[event]] = previous[event];
        }
    }

    /** First event of a list, or −1. */
    int first(int key) {
        return first[key];
    }

    /** Event after another in its list, or −1. */
    int next(int event) {
        return next[event];
    }
}
