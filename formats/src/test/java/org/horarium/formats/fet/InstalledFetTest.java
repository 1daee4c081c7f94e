package org.horarium.formats.fet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FET's own files and FET itself, where Debian's packages fet and fet-data are installed; skipped elsewhere. */
class InstalledFetTest {
    private static final Path EXAMPLES = Path.of("/usr/share/doc/fet-data/examples");
    private static final Path PROGRAM = Path.of("/usr/bin/fet-cl");

    @Test
    void readsTheOfficialExamples() throws IOException {
        assumeTrue(Files.isDirectory(EXAMPLES), "Skipped: Debian's package fet-data is not installed.");
        List<Path> files;
        try (Stream<Path> all = Files.walk(EXAMPLES.resolve("FET-6-official"))) {
            files = all.filter(file -> file.toString().endsWith(".fet")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Imported read = Fet.readProblem(file);
            assertThat(read.problem().events()).as(file.toString()).isNotEmpty();
        }
    }

    @Test
    void agreesWithFetOnVirtualRooms(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(PROGRAM), "Skipped: Debian's package fet is not installed.");
        agreesWithFet(Files.writeString(folder.resolve("virtual.fet"), SmallFet.withVirtualRoom()), folder);
    }

    /** FET makes a timetable; our verifier must find nothing wrong with it; and FET must accept it when we write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FET-5-official/United-Kingdom/Hopwood/Hopwood.fet",
                "FET-5-official/Denmark/small-school.fet",
                "FET-5-official/Argentina/Horario_ISJ.fet",
                "FET-5-official/Greece/Corfu/THE-2008-2009-exams-sep.fet"
            })
    void agreesWithFet(String example, @TempDir Path folder) throws Exception {
        Path data = EXAMPLES.resolve(example);
        assumeTrue(Files.exists(data), "Skipped: Debian's package fet-data is not installed.");
        assumeTrue(Files.exists(PROGRAM), "Skipped: Debian's package fet is not installed.");
        agreesWithFet(data, folder);
    }

    private static void agreesWithFet(Path data, Path folder) throws Exception {
        Problem problem = Fet.readProblem(data).problem();

        Plan plan = Fet.readTimetable(solve(data, folder.resolve("first")), problem);
        assertThat(plan.placements()).hasSameSizeAs(problem.events());
        assertThat(Verifier.verify(problem, plan).violations()).isEmpty();

        Path written = folder.resolve("ours.fet");
        try (InputStream in = Files.newInputStream(data);
                OutputStream out = Files.newOutputStream(written)) {
            Fet.writeTimetable(in, plan, out);
        }
        assertThat(Fet.readTimetable(solve(written, folder.resolve("second")), problem)
                        .placements())
                .isEqualTo(plan.placements());
    }

    /** FET completes a timetable of ours without moving anything: it breaks none of FET's constraints. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FET-5-official/United-Kingdom/Hopwood/Hopwood.fet",
                "FET-5-official/Iran/Sharif-University/Sharif.fet",
                "FET-5-official/Greece/Corfu/THE-2008-2009-exams-sep.fet"
            })
    void fetAcceptsWhatWeFind(String example, @TempDir Path folder) throws Exception {
        Path data = EXAMPLES.resolve(example);
        assumeTrue(Files.exists(data), "Skipped: Debian's package fet-data is not installed.");
        assumeTrue(Files.exists(PROGRAM), "Skipped: Debian's package fet is not installed.");
        Problem problem = Fet.readProblem(data).problem();
        StopSignal stop = new StopSignal();
        Plan plan = Solver.standard()
                .solve(
                        problem,
                        SolverOptions.ofSeconds(60),
                        event -> {
                            if (event instanceof SolverEvent.Improved improved
                                    && improved.score().feasible()) {
                                stop.request();
                            }
                        },
                        stop)
                .plan();
        assertThat(Verifier.verify(problem, plan).violations()).isEmpty();

        Path written = folder.resolve("ours.fet");
        try (InputStream in = Files.newInputStream(data);
                OutputStream out = Files.newOutputStream(written)) {
            Fet.writeTimetable(in, plan, out);
        }
        Plan completed = Fet.readTimetable(solve(written, folder.resolve("fet")), problem);
        assertThat(completed.placements())
                .extracting(Placement::event, Placement::time, Placement::room)
                .containsExactlyElementsOf(plan.placements().stream()
                        .map(item -> tuple(item.event(), item.time(), item.room()))
                        .toList());
    }

    /** Runs FET and returns the data-and-timetable file it wrote. */
    private static Path solve(Path data, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(
                        PROGRAM.toString(), "--inputfile=" + data, "--outputdir=" + folder, "--htmllevel=0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        try {
            assumeTrue(process.waitFor(2, TimeUnit.MINUTES), "Skipped: FET was not done within two minutes.");
        } finally {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("_data_and_timetable.fet"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("FET wrote no timetable; see " + folder.resolve("log.txt")));
        }
    }
}
