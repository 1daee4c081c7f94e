package org.horarium.server.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the queued jobs a worker takes first; among equals, the oldest. It says nothing about jobs that run already. */
public enum JobPriority {
    /** After all others. */
    LOW(10),
    /** As jobs are made. */
    NORMAL(50),
    /** Before all others. */
    HIGH(90);

    private final int rank;

    JobPriority(int rank) {
        this.rank = rank;
    }

    /** The number in the queue; higher comes first. */
    public int rank() {
        return rank;
    }

    /** The word in JSON and in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority of a word, or nothing. */
    public static Optional<JobPriority> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }

    /** The priority of a number in the queue. */
    public static JobPriority of(int rank) {
        return Arrays.stream(values())
                .filter(p -> p.rank == rank)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no priority with the rank (%d).".formatted(rank)));
    }
}
