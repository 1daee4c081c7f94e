package org.horarium.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** FET on the command line ({@code fet-cl}, Debian's package {@code fet}). It works on one thread. */
final class FetProgram {
    private static final String VARIABLE = "HORARIUM_FET_CL";
    private static final Path USUAL = Path.of("/usr/bin/fet-cl");
    private static final long GRACE_SECONDS = 20;

    /** Of the children, as the shell's {@code times} tells them on its second line: user and system time. */
    private static final Pattern CPU =
            Pattern.compile("(?m)^(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\R(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

    private static final Pattern CONFLICTS = Pattern.compile("Total soft conflicts: ([\\d.]+)");

    private final Path program;

    private FetProgram(Path program) {
        this.program = program;
    }

    /** The installed program; null when there is none. */
    static @Nullable FetProgram find() {
        String named = System.getenv(VARIABLE);
        Path program = named == null ? USUAL : Path.of(named);
        return Files.isExecutable(program) ? new FetProgram(program) : null;
    }

    /**
     * What a run gave.
     *
     * @param timetable the data with every activity fixed; null when it was not completed
     * @param cpuSeconds CPU time, reading and writing included
     * @param softConflicts FET's own count, as it prints it; empty when not completed
     */
    record Result(byte @Nullable [] timetable, double cpuSeconds, String softConflicts) {}

    /**
     * Runs it on a file.
     *
     * @param data a {@code .fet} file
     * @param limit wall-clock time after which it gives up
     * @param seed of its random numbers
     */
    Result run(Path data, Duration limit, long seed) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("horarium-fet-");
        try {
            File log = folder.resolve("log.txt").toFile();
            Process process = new ProcessBuilder(List.of(
                            "/bin/sh",
                            "-c",
                            "\"$@\"; times",
                            "sh",
                            program.toString(),
                            "--inputfile=" + data,
                            "--outputdir=" + folder,
                            "--htmllevel=0",
                            "--timelimitseconds=" + limit.toSeconds(),
                            "--randomseeds10=" + (1 + seed),
                            "--randomseeds11=2",
                            "--randomseeds12=3",
                            "--randomseeds20=4",
                            "--randomseeds21=5",
                            "--randomseeds22=6"))
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            try {
                process.waitFor(limit.toSeconds() + GRACE_SECONDS, TimeUnit.SECONDS);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            double cpu = cpu(Files.readString(log.toPath()));
            Path timetable = find(folder, "_data_and_timetable.fet");
            Path conflicts = find(folder, "_soft_conflicts.txt");
            // What was placed at most, when it was stopped, lies in a folder of that name.
            if (timetable == null || conflicts == null || timetable.toString().contains("highest")) {
                return new Result(null, cpu, "");
            }
            return new Result(Files.readAllBytes(timetable), cpu, total(conflicts));
        } finally {
            delete(folder);
        }
    }

    private static double cpu(String log) {
        Matcher matcher = CPU.matcher(log);
        double seconds = -1;
        while (matcher.find()) {
            seconds = 60 * Double.parseDouble(matcher.group(5))
                    + Double.parseDouble(matcher.group(6))
                    + 60 * Double.parseDouble(matcher.group(7))
                    + Double.parseDouble(matcher.group(8));
        }
        return seconds;
    }

    private static String total(Path conflicts) throws IOException {
        Matcher matcher = CONFLICTS.matcher(Files.readString(conflicts, StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static @Nullable Path find(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
