package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.formats.json.CollegeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesTheCollegeToAFileAndNothingElse() throws Exception {
        Path out = folder.resolve("c.json");
        Run run = Run.of("demo", "--size", "small", "--out", out);
        assertThat(run).isEqualTo(new Run(ExitStatus.DONE, "", ""));
        assertThat(CollegeJson.read(Files.readAllBytes(out))).isEqualTo(DemoCollege.of(DemoCollege.Size.SMALL));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(out);
        }
    }

    @Test
    void aResultFileIsAsReadableAsAnyOther() throws Exception {
        Path out = folder.resolve("c.json");
        Path other = Files.writeString(folder.resolve("other"), "x");
        Run.of("demo", "--size", "small", "--out", out);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)));
    }

    @Test
    void writesToStdoutWithoutAFile() {
        Run run = Run.of("demo", "--size", "small");
        assertThat(CollegeJson.read(run.out().getBytes(StandardCharsets.UTF_8)).name())
                .isEqualTo("Elm Lane School of Computing");
    }

    @Test
    void refusesOtherSizes() {
        Run run = Run.of("demo", "--size", "huge");
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("'huge' is no size; choose small, college or university");
        assertThat(Run.of("demo").status()).isEqualTo(ExitStatus.UNUSABLE);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Run run = Run.of("demo", "--size", "small", "--out", folder.resolve("none/c.json"));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("none) does not exist");
        assertThat(Run.of("demo", "--size", "small", "--out", folder).err()).contains("this is a folder");
    }
}
