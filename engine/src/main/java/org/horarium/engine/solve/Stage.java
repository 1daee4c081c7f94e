package org.horarium.engine.solve;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of the pipeline that may follow annealing; {@code docs/algorithm.md} says what each is worth, and where. */
public enum Stage {
    /** Finds out which events belong together; the other stages make use of it. */
    CLUSTER,
    /** CP-SAT chooses all people of a plan anew, with times and rooms as they are. */
    STAFF,
    /** CP-SAT: small problems as a whole with a bound, parts of large ones with the rest fixed. */
    EXACT,
    /** A population of plans that are recombined and annealed. */
    EVOLVE,
    /** Learns, while it searches, which way of searching pays. */
    LEARN;

    /** The name in commands: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The stage with a label.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static Stage of(String label) {
        return Arrays.stream(values())
                .filter(stage -> stage.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no stage (%s). Maybe one of these: %s."
                        .formatted(
                                label, Arrays.stream(values()).map(Stage::label).collect(Collectors.joining(", ")))));
    }
}
