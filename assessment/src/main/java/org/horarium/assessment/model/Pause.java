package org.horarium.assessment.model;

import java.time.LocalTime;

/**
 * A break of a day: no session overlaps it.
 *
 * @param kind which of the three
 * @param start its first minute
 * @param end the first minute after it
 */
public record Pause(Kind kind, LocalTime start, LocalTime end) {
    /** The breaks that a day can have. */
    public enum Kind {
        FIRST_BREAK("first break"),
        LUNCH_BREAK("lunch break"),
        SECOND_BREAK("second break");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people: {@code lunch break}. */
        public String words() {
            return words;
        }
    }

    public Pause {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("The end (" + end + ") must be after the start (" + start + ").");
        }
    }
}
