package org.horarium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds public instances, which are not part of the project (bench/README.md says where they are published). */
final class BenchData {
    private BenchData() {}

    /** The files of a folder with an ending, by name; fails with what to do when the folder is missing. */
    static List<Path> files(String folder, String ending) throws IOException {
        Path root = root().resolve(folder);
        if (!Files.isDirectory(root)) {
            throw new IOException(
                    "There is no folder (%s) with instances. Set HORARIUM_BENCH_DATA to the folder that holds %s; bench/README.md says where they are published."
                            .formatted(root, folder));
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Path root() {
        String named = System.getenv("HORARIUM_BENCH_DATA");
        return named == null ? Path.of("..", "shared", "bench") : Path.of(named);
    }

    /** The name of a file without its ending. */
    static String baseName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
