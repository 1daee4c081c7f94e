package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.horarium.formats.json.TimetableJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path college = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeCollege() {
        college = folder.resolve("c.json");
        out = folder.resolve("s.json");
        Run.of("demo", "--size", "small", "--out", college);
    }

    @Test
    void findsAPlanThatTheVerifierAccepts() throws Exception {
        Run solved = Run.of("solve", college, "--seconds", "5", "--out", out);
        assertThat(solved.status()).as(solved.err()).isEqualTo(ExitStatus.DONE);
        assertThat(solved.out()).isEmpty();
        assertThat(solved.err()).contains("constructing").contains("improving");
        assertThat(solved.lastLine()).matches("cost \\d+ hard 0 seconds \\d+\\.\\d");

        Run verified = Run.of("verify", college, out);
        assertThat(verified.status()).isEqualTo(ExitStatus.DONE);
        assertThat(verified.out()).contains("hard         0");
        assertThat(cost(verified)).isEqualTo(cost(solved));
        assertThat(TimetableJson.read(Files.readAllBytes(out)).total()).isEqualTo(Long.parseLong(cost(solved)));
    }

    private static String cost(Run run) {
        return run.lastLine().split(" ", -1)[1];
    }

    @Test
    void theSameSeedGivesTheSameFile() throws Exception {
        Path again = folder.resolve("again.json");
        Run.of("solve", college, "--seconds", "2", "--seed", "7", "--quiet", "--out", out);
        Run.of("solve", college, "--seconds", "2", "--seed", "7", "--quiet", "--out", again);
        assertThat(again).hasSameBinaryContentAs(out);
    }

    @Test
    void quietLeavesOutTheProgressOnly() {
        Run run = Run.of("solve", college, "--seconds", "1", "--quiet");
        assertThat(run.err()).doesNotContain("constructing");
        assertThat(run.lastLine()).startsWith("cost ");
        assertThat(run.out()).startsWith("{\n  \"format\": \"horarium-timetable/1\"");
    }

    /** Lecturers with one hour a week can't give it all: what fits is written, the rest is told with its reason. */
    @Test
    void whatCantBeSolvedIsSolvedAsFarAsPossible() throws Exception {
        String tight = Files.readString(college)
                .replace("\"max_slots_per_week\": 9", "\"max_slots_per_week\": 1")
                .replace("\"max_slots_per_week\": 5", "\"max_slots_per_week\": 1");
        Files.writeString(college, tight);
        Run run = Run.of("solve", college, "--seconds", "1", "--out", out);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.NOT_SOLVED);
        assertThat(run.lastLine()).matches("cost \\d+ hard [1-9]\\d* seconds .*");
        var timetable = TimetableJson.read(Files.readAllBytes(out));
        assertThat(timetable.hard()).isPositive();
        assertThat(timetable.events().size() + timetable.unplaced().size()).isEqualTo(25);
        timetable
                .unplaced()
                .forEach(missing ->
                        assertThat(run.err()).contains("not placed: " + missing.activity() + ": " + missing.reason()));
        assertThat(Run.of("verify", college, out).status()).isEqualTo(ExitStatus.NOT_SOLVED);
    }

    @Test
    void anInputWithFaultsIsNotSolved() throws Exception {
        Files.writeString(
                college,
                Files.readString(college)
                        .replace("\"capacity\": 82", "\"capacity\": \"many\"")
                        .replace("\"time_zone\"", "\"timezone\""));
        Run run = Run.of("solve", college, "--out", out);
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.startsWith(college + ": /"));
        assertThat(run.err())
                .contains("/rooms/0/capacity: ", "(many)")
                .contains("/term/time_zone: ", "/term/timezone: ", "Maybe you mean (time_zone)");
        assertThat(out).doesNotExist();
    }

    @Test
    void wrongUsage() {
        assertThat(Run.of("solve").status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(Run.of("solve", college, "--seconds", "0").err()).contains("--seconds is 0");
        assertThat(Run.of("solve", college, "--threads", "1000").err()).contains("--threads is 1000");
        assertThat(Run.of("solve", college, "--seed", "one").err()).contains("one");
        Run overwriting = Run.of("solve", college, "--out", college);
        assertThat(overwriting.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(overwriting.err()).contains("would overwrite the input");
    }

    @Test
    void unknownVariantNamesTheKnown() {
        Run run = Run.of("solve", college, "--variant", "cheap");
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err())
                .contains("(cheap)")
                .contains("balanced, personnel, student-compact, room-efficient, least-change");
        assertThat(Run.of("solve", college, "--published", college).err()).contains("--published goes with --variant");
    }

    @Test
    void fiveVariantsAreWrittenWithTheirFigures() throws Exception {
        Run run = Run.of("solve", college, "--variant", "all", "--seconds", "8", "--out", out);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        for (String name : List.of("balanced", "personnel", "student-compact", "room-efficient", "least-change")) {
            assertThat(run.err()).contains(name + ": hard 0");
            Path plan = folder.resolve("s." + name + ".json");
            assertThat(Run.of("verify", college, plan).status()).isEqualTo(ExitStatus.DONE);
        }
        assertThat(run.err()).contains("balanced to least-change: ").contains("1st, 2nd, 3rd, other");

        Run again = Run.of(
                "solve",
                college,
                "--variant",
                "least-change",
                "--published",
                folder.resolve("s.balanced.json"),
                "--seconds",
                "4",
                "--quiet",
                "--out",
                out);
        assertThat(again.status()).as(again.err()).isEqualTo(ExitStatus.DONE);
        assertThat(again.err()).containsPattern("published: moved 0 of \\d+ events");
        assertThat(Run.of("verify", college, out).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void stagesAreChosenAndTold() {
        Run run = Run.of("solve", college, "--pipeline", "cluster,evolve", "--seconds", "3", "--out", out);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err()).contains("stage cluster: ").contains("modularity").contains("stage evolve: ");

        Path learned = folder.resolve("learned");
        Run learns =
                Run.of("solve", college, "--pipeline", "learn", "--learned", learned, "--seconds", "3", "--out", out);
        assertThat(learns.err()).contains("stage learn: ");
        assertThat(learned).content().startsWith("horarium-learned/1");
    }

    @Test
    void unknownStageNamesTheKnown() {
        Run run = Run.of("solve", college, "--pipeline", "cluster,tabu");
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("(tabu)").contains("cluster, staff, exact, evolve, learn");
    }
}
