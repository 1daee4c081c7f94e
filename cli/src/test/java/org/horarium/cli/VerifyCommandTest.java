package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String EMPTY = """
            {"format": "horarium-timetable/1", "college": "Elm Lane School of Computing", "term": "2026-AUTUMN",
             "hard": 25, "costs": {"load": 1}, "total": 1, "events": [%s]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path college = Path.of("");

    @BeforeEach
    void writeCollege() {
        college = folder.resolve("c.json");
        Run.of("demo", "--size", "small", "--out", college);
    }

    private Path timetable(String text) throws Exception {
        return Files.writeString(folder.resolve("t.json"), text);
    }

    @Test
    void countsWhatIsNotPlaced() throws Exception {
        Run run = Run.of("verify", college, timetable(EMPTY.formatted("")));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.NOT_SOLVED);
        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.out()).contains("placed: Data Structures, lecture (CSE-2A, 1 of 2) is not placed.");
        assertThat(run.out()).contains("hard         25");
        assertThat(run.lastLine()).matches("cost \\d+ hard 25 seconds \\d+\\.\\d");
    }

    @Test
    void unknownRoomsAndActivitiesBreakRules() throws Exception {
        String event = """
                {"activity": "%s", "day": "monday", "slot": 1, "duration": 1, "weeks": "every", "room": "R9",
                 "personnel": [{"role": "lecturer", "person": "nobody"}]}
                """;
        Run run = Run.of(
                "verify",
                college,
                timetable(EMPTY.formatted(event.formatted("CS201-L/CSE-2A/1") + "," + event.formatted("x/y/1"))));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.NOT_SOLVED);
        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.out())
                .containsPattern("room-candidate: .*R9")
                .containsPattern("staff-candidate: .*nobody")
                .containsPattern("placed-once: .*x/y/1");
    }

    @Test
    void everyFaultOfAFileIsALine() throws Exception {
        Run run = Run.of("verify", college, timetable("""
                {"format": "horarium-timetable/1", "college": "Elm Lane School of Computing", "term": "2026-AUTUMN",
                 "hard": "none", "costs": {"laod": 1}, "total": 1}
                """));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith(folder.resolve("t.json") + ": /"))
                .anyMatch(line -> line.contains("/hard: ") && line.contains("(none)"))
                .anyMatch(line -> line.contains("/costs/laod: ") && line.contains("load"));
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aTimetableOfAnotherCollegeIsRefused() throws Exception {
        Run run = Run.of("verify", college, timetable(EMPTY.formatted("").replace("Elm Lane", "Oak Lane")));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("/college").contains("Oak Lane School of Computing");
    }

    @Test
    void filesThatCantBeRead() throws Exception {
        assertThat(Run.of("verify", folder.resolve("none.json"), college).err())
                .isEqualTo(folder.resolve("none.json") + ": there is no such file." + System.lineSeparator());
        assertThat(Run.of("verify", folder, college).err()).contains("this is a folder");
        assertThat(Run.of("verify", timetable("Dear reader"), college).err()).contains("format is not recognised");
        assertThat(Run.of("verify", college, college).err()).contains("(horarium-timetable/1) is needed");
        assertThat(Run.of("verify", college).status()).isEqualTo(ExitStatus.UNUSABLE);
    }
}
