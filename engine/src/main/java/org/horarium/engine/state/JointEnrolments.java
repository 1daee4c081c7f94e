package org.horarium.engine.state;

import java.util.Arrays;

/**
 * How many students two events share (Müller, "joint enrolments"): counts in a triangle of cells, and for each event a list
 * of the others it shares students with. A list keeps others whose count has come down to zero until it is tidied, because
 * students come and go all the time between the same events.
 */
final class JointEnrolments {
    private static final int LISTED_AT_LOWER = 1 << 30;
    private static final int LISTED_AT_HIGHER = 1 << 31;
    private static final int COUNT = LISTED_AT_LOWER - 1;

    private final int[] cell; // triangle: [higher * (higher − 1) / 2 + lower]
    private final int[][] list;
    private final int[] length;

    /**
     * @param events number of events; 0 where there are no students
     */
    JointEnrolments(int events) {
        cell = new int[Math.toIntExact((long) events * Math.max(0, events - 1) / 2)];
        list = new int[events][8];
        length = new int[events];
    }

    private static int at(int a, int b) {
        return a > b ? a * (a - 1) / 2 + b : b * (b - 1) / 2 + a;
    }

    /** Students that two different events share. */
    int count(int a, int b) {
        return cell[at(a, b)] & COUNT;
    }

    /** Changes the number of students that two different events share by one. */
    void change(int a, int b, int amount) {
        int at = at(a, b);
        int now = cell[at] + amount;
        cell[at] = now;
        if ((now & LISTED_AT_LOWER) == 0 || (now & LISTED_AT_HIGHER) == 0) {
            enter(at, Math.min(a, b), Math.max(a, b));
        }
    }

    private void enter(int at, int lower, int higher) {
        if ((cell[at] & LISTED_AT_LOWER) == 0) {
            append(lower, higher);
        }
        if ((cell[at] & LISTED_AT_HIGHER) == 0) {
            append(higher, lower);
        }
        cell[at] |= LISTED_AT_LOWER | LISTED_AT_HIGHER;
    }

    private void append(int event, int other) {
        if (length[event] == list[event].length) {
            list[event] = Arrays.copyOf(list[event], 2 * length[event]);
        }
        list[event][length[event]++] = other;
    }

    /** Length of an event's list. */
    int others(int event) {
        return length[event];
    }

    /** The list of an event, of which {@link #others} entries count; some may share nobody any more. */
    int[] list(int event) {
        return list[event];
    }

    /** Drops those from an event's list who share nobody with it any more. */
    void tidy(int event) {
        int[] others = list[event];
        int kept = 0;
        for (int i = 0; i < length[event]; i++) {
            int other = others[i];
            int at = at(event, other);
            if ((cell[at] & COUNT) != 0) {
                others[kept++] = other;
            } else {
                cell[at] &= event < other ? ~LISTED_AT_LOWER : ~LISTED_AT_HIGHER;
            }
        }
        length[event] = kept;
    }
}
