package org.horarium.engine.variant;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a plan favours. */
public enum Variant {
    /** The weights of the problem as they are. */
    BALANCED,
    /** Wishes of those who give events, and their days. */
    PERSONNEL,
    /** Days of students without gaps and late hours, few conflicts. */
    STUDENT_COMPACT,
    /** Rooms that fit, and few of them for one course. */
    ROOM_EFFICIENT,
    /** As little as possible moved from what is published. */
    LEAST_CHANGE;

    /** The name in commands and files: lower case, with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The variant with a label.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static Variant of(String label) {
        return Arrays.stream(values())
                .filter(variant -> variant.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no variant (%s). Maybe one of these: %s."
                        .formatted(
                                label,
                                Arrays.stream(values()).map(Variant::label).collect(Collectors.joining(", ")))));
    }
}
