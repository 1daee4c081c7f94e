package org.horarium.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Public competition instances, which are no part of the project: in {@code $HORARIUM_BENCH_DATA}, or in
 * {@code shared/bench} beside the repository.
 */
public final class BenchData {
    private BenchData() {}

    /** A file of the data; the calling test is skipped, visibly, when it is not there. */
    public static Path file(String path) {
        String configured = System.getenv("HORARIUM_BENCH_DATA");
        Path folder = configured == null ? Path.of("..", "..", "shared", "bench") : Path.of(configured);
        Path file = folder.resolve(path);
        assumeTrue(
                Files.exists(file),
                () -> "Skipped: no benchmark data at %s. Maybe set HORARIUM_BENCH_DATA.".formatted(file));
        return file;
    }
}
