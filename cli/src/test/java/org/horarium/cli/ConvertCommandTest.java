package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
    private static final String CTT = """
            Name: Tiny
            Courses: 2
            Rooms: 2
            Days: 2
            Periods_per_day: 2
            Curricula: 1
            Constraints: 1

            COURSES:
            c ann 2 2 15
            d bob 1 1 5

            ROOMS:
            r 10
            s 20

            CURRICULA:
            q 2 c d

            UNAVAILABILITY_CONSTRAINTS:
            d 0 0

            END.
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void aFormatIntoItselfSaysTheSame() throws IOException {
        Path in = file("in.ctt", CTT);
        Path once = folder.resolve("once.ctt");
        Path twice = folder.resolve("twice.ctt");
        assertThat(Run.of("convert", in, once)).isEqualTo(new Run(ExitStatus.DONE, "", ""));
        assertThat(Run.of("convert", once, twice).status()).isEqualTo(ExitStatus.DONE);
        assertThat(twice).hasSameTextualContentAs(once);

        Path college = folder.resolve("c.json");
        Path same = folder.resolve("d.json");
        Run.of("demo", "--size", "small", "--out", college);
        assertThat(Run.of("convert", college, same).status()).isEqualTo(ExitStatus.DONE);
        assertThat(same).hasSameTextualContentAs(college);
    }

    @Test
    void softConstraintsThatTheTargetCannotSayAreNamed() throws IOException {
        Path in = file("in.ctt", CTT);
        Path fet = folder.resolve("out.fet");
        Run run = Run.of("convert", in, fet);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err()).contains("NoIsolatedSlot").contains("WorkingDays");
        Path again = folder.resolve("again.fet");
        assertThat(Run.of("convert", fet, again)).isEqualTo(new Run(ExitStatus.DONE, "", ""));
        assertThat(again).hasSameTextualContentAs(fet);

        Path xml = folder.resolve("out.xml");
        assertThat(Run.of("convert", fet, xml).status()).isEqualTo(ExitStatus.DONE);
        Path back = folder.resolve("back.xml");
        assertThat(Run.of("convert", xml, back)).isEqualTo(new Run(ExitStatus.DONE, "", ""));
        assertThat(back).hasSameTextualContentAs(xml);
    }

    @Test
    void aSolutionGoesAlong() throws IOException {
        Path in = file("in.ctt", CTT);
        Path solution = file("in.sol", "c s 0 0\nc s 1 0\nd r 0 1\n");
        Path xml = folder.resolve("problem.xml");
        Path converted = folder.resolve("solution.xml");
        assertThat(Run.of("convert", in, xml).status()).isEqualTo(ExitStatus.DONE);
        Run run = Run.of("convert", in, converted, "--solution", solution);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        Run judged = Run.of("verify", xml, converted);
        assertThat(judged.status()).as(judged.out()).isEqualTo(ExitStatus.DONE);

        Path fet = folder.resolve("both.fet");
        assertThat(Run.of("convert", in, fet, "--solution", solution).status()).isEqualTo(ExitStatus.DONE);
        Run both = Run.of("verify", fet, fet);
        assertThat(both.status()).as(both.out()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void whatEveryPlanMustKeepIsRefusedAndNothingIsWritten() throws IOException {
        Path college = folder.resolve("c.json");
        Run.of("demo", "--size", "small", "--out", college);
        Path out = file("out.xml", "untouched");
        Run run = Run.of("convert", college, out);
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("ITC-2019 cannot choose people").doesNotContain("Exception");
        assertThat(run.err().lines().count()).isGreaterThan(5);
        assertThat(out).hasContent("untouched");

        Run other = Run.of("convert", file("in.ctt", CTT), folder.resolve("x.json"));
        assertThat(other.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(other.err()).contains("Horarium JSON describes a college");
        assertThat(names()).containsExactlyInAnyOrder("c.json", "out.xml", "in.ctt");
    }

    @Test
    void theTargetMustBeKnown() throws IOException {
        Path in = file("in.ctt", CTT);
        Run run = Run.of("convert", in, folder.resolve("out.txt"));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("'txt' is no format to write; choose json, xml, ctt, fet");
        assertThat(Run.of("convert", in, folder.resolve("out.txt"), "--to", "CTT")
                        .status())
                .isEqualTo(ExitStatus.DONE);
        assertThat(Run.of("convert", in, in).err()).contains("would overwrite the input");
    }
}
