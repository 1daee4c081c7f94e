package org.horarium.engine.solve;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which stages follow the first annealing. Annealing itself is always there.
 *
 * @param stages the stages; null leaves the choice to the solver, by the size of the problem
 * @param values file that learned values are read from, when it is there, and saved to at the end; null for neither
 */
public record Pipeline(
        @Nullable Set<Stage> stages, @Nullable Path values) {
    /** What is known to help at the problem's size. */
    public static final Pipeline AUTOMATIC = new Pipeline(null, null);

    /** Annealing and nothing else. */
    public static final Pipeline ANNEALING = new Pipeline(Set.of(), null);

    private static final String NONE = "none";
    private static final String AUTO = "auto";

    public Pipeline {
        if (stages != null) {
            stages = Set.copyOf(stages);
        }
    }

    /** Some stages. */
    public static Pipeline of(Set<Stage> stages) {
        return new Pipeline(stages, null);
    }

    /**
     * Reads a list of labels, separated by commas; {@code none} is annealing alone, {@code auto} the solver's choice.
     *
     * @throws IllegalArgumentException when a label is not known; the message lists those that are
     */
    public static Pipeline parse(String labels) {
        if (labels.equals(NONE)) {
            return ANNEALING;
        }
        if (labels.equals(AUTO)) {
            return AUTOMATIC;
        }
        EnumSet<Stage> stages = EnumSet.noneOf(Stage.class);
        for (String label : labels.split(",", -1)) {
            stages.add(Stage.of(label.strip()));
        }
        return of(stages);
    }

    /** The same stages with values that are kept in a file. */
    public Pipeline learningIn(Path file) {
        return new Pipeline(stages, file);
    }

    /** The labels, in the order of the stages; {@code auto} or {@code none}. */
    public String label() {
        if (stages == null) {
            return AUTO;
        }
        return stages.isEmpty()
                ? NONE
                : Arrays.stream(Stage.values())
                        .filter(stages::contains)
                        .map(Stage::label)
                        .collect(Collectors.joining(","));
    }
}
