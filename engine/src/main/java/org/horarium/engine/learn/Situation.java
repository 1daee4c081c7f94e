package org.horarium.engine.learn;

/**
 * What the choice of the next action depends on.
 *
 * @param phase how far the search is
 * @param progress what the last actions brought
 * @param complete whether everything is placed and nothing is broken
 */
public record Situation(Phase phase, Progress progress, boolean complete) {
    /** How far the search is, by the share of the whole that is spent. */
    public enum Phase {
        /** The first two thirds. */
        EARLY,
        /** Until nine tenths. */
        MIDDLE,
        /** The rest. */
        LATE;

        /** The phase at a share, 0 to 1. */
        public static Phase at(double spent) {
            return spent < 2 / 3.0 ? EARLY : spent < 0.9 ? MIDDLE : LATE;
        }
    }

    /** How many actions in a row brought nothing. */
    public enum Progress {
        /** The last one brought something. */
        MOVING,
        /** One to five. */
        SLOW,
        /** More. */
        STUCK;

        /** The progress after so many actions without any. */
        public static Progress after(int idle) {
            return idle == 0 ? MOVING : idle <= 5 ? SLOW : STUCK;
        }
    }

    /** Number of situations. */
    static final int COUNT = Phase.values().length * Progress.values().length * 2;

    /** A number from 0 to {@link #COUNT} (exclusive). */
    int number() {
        return (phase.ordinal() * Progress.values().length + progress.ordinal()) * 2 + (complete ? 1 : 0);
    }
}
