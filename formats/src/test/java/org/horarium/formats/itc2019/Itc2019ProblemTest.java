package org.horarium.formats.itc2019;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.horarium.formats.itc2019.SmallFiles.PROBLEM;
import static org.horarium.formats.itc2019.SmallFiles.SOLUTION;
import static org.horarium.formats.itc2019.SmallFiles.in;
import static org.horarium.formats.itc2019.SmallFiles.problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.BenchData;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Itc2019ProblemTest {
    @Test
    void readsTheGridAndTheClasses() throws IOException {
        Problem problem = problem();

        assertThat(problem.grid()).hasToString("Grid[weeks=2, days=5, slotsPerDay=100]");
        assertThat(problem.events()).extracting(event -> event.id()).containsExactly("1", "2", "3");
        // Monday and Wednesday of both weeks, slots 10 to 19.
        assertThat(problem.events().get(0).times().get(0).pattern()).isEqualTo(new TimePattern(3, 5, 10, 10));
        assertThat(problem.rooms().get(0).travel()).containsEntry("B", 3);
        Course.Subpart labs =
                problem.courses().get(0).configs().get(0).subparts().get(1);
        assertThat(labs.classes())
                .containsExactly(
                        new Course.SectionedClass("2", 20, "1"),
                        new Course.SectionedClass("3", Integer.MAX_VALUE, null));
        assertThat(problem.events().get(2).needsRoom()).isFalse();
    }

    @Test
    void aSolutionIsJudged() throws IOException {
        Problem problem = problem();
        Verdict verdict = Verifier.verify(problem, Itc2019.readSolution(in(SOLUTION), problem));

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.score().cost(CostComponent.TIME)).isEqualTo(2 * 4);
        assertThat(verdict.score().cost(CostComponent.ROOM)).isEqualTo(3 * 2);
        assertThat(verdict.score().cost(CostComponent.DISTRIBUTION)).isEqualTo(5 * 7);
        // Class 1 in A until slot 19, class 2 in B from 21, three slots to walk: one conflict of student 1.
        assertThat(verdict.score().cost(CostComponent.STUDENT)).isEqualTo(6);
    }

    @Test
    void whatIsWrittenReadsTheSame() throws IOException {
        Problem problem = problem();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Itc2019.writeProblem(problem, out);
        assertThat(Itc2019.readProblem(in(out.toString(StandardCharsets.UTF_8))).problem())
                .isEqualTo(problem);

        Plan plan = Itc2019.readSolution(in(SOLUTION), problem);
        out.reset();
        Itc2019.writeSolution(problem, plan, 1.5, out);
        assertThat(Itc2019.readSolution(in(out.toString(StandardCharsets.UTF_8)), problem))
                .isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bet-sum18", "lums-sum17", "muni-fi-spr16", "pu-cs-fal07", "tg-fal17", "wbg-fal10"})
    void publicInstancesSurviveARoundTrip(String name) throws IOException {
        Imported read = Itc2019.readProblem(BenchData.file("itc2019/" + name + ".xml"));
        assertThat(read.warnings()).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Itc2019.writeProblem(read.problem(), out);

        Problem again = Itc2019.readProblem(new java.io.ByteArrayInputStream(out.toByteArray()))
                .problem();

        assertThat(again.equals(read.problem())).isTrue();
    }

    @Test
    void allFaultsAreToldAtOnceWithLineAndId() {
        String broken = PROBLEM.replace("<room id=\"B\" capacity=\"20\"/>", "<room id=\"A\" capacity=\"20\"/>")
                .replace("<room id=\"A\" penalty=\"2\"/>", "<room id=\"Z\" penalty=\"-2\"/>")
                .replace("start=\"10\" length=\"10\"", "start=\"10\" length=\"-10\"")
                .replace("<class id=\"3\" room=\"false\">", "<class id=\"2\" room=\"false\">")
                .replace("SameDays", "SameDaze")
                .replace("<course id=\"c1\"/>", "<course id=\"c2\"/>")
                .replace("weeks=\"10\"", "weeks=\"1x\"");

        assertThatThrownBy(() -> Itc2019.readProblem(in(broken))).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.faults()).allSatisfy(fault -> assertThat(fault.where()).startsWith("line "));
            assertThat(e.faults())
                    .extracting(Fault::message)
                    .anySatisfy(m -> assertThat(m).contains("room (A)", "twice"))
                    .anySatisfy(m -> assertThat(m).contains("class (1)", "room (Z)", "does not exist"))
                    .anySatisfy(m -> assertThat(m).contains("class (1)", "penalty", "(-2)"))
                    .anySatisfy(m -> assertThat(m).contains("class (1)", "length", "(-10)"))
                    .anySatisfy(m -> assertThat(m).contains("class (2)", "twice"))
                    .anySatisfy(m -> assertThat(m).contains("distribution 1", "class (3)", "does not exist"))
                    .anySatisfy(m -> assertThat(m).contains("SameDaze", "unknown"))
                    .anySatisfy(m -> assertThat(m).contains("student (1)", "course (c2)"))
                    .anySatisfy(m -> assertThat(m).contains("weeks", "(1x)"));
        });
    }

    @Test
    void aClassWithoutTimeIsNamed() {
        fault(PROBLEM.replaceAll("(?s)(<class id=\"3\".*?)<time.*?(</class>)", "$1$2"), "class (3)", "no time");
    }

    @Test
    void aParentCycleIsNamed() {
        fault(
                PROBLEM.replace("<class id=\"1\" limit=\"30\">", "<class id=\"1\" limit=\"30\" parent=\"2\">"),
                "class (1)",
                "cycle");
    }

    @Test
    void aParentThatDoesNotExistIsNamed() {
        fault(PROBLEM.replace("parent=\"1\"", "parent=\"9\""), "class (2)", "parent (9)");
    }

    @Test
    void unavailabilityOfNegativeLengthIsIgnoredWithAWarning() throws IOException {
        Imported read =
                Itc2019.readProblem(in(PROBLEM.replace("start=\"0\" length=\"5\"", "start=\"50\" length=\"-5\"")));

        assertThat(read.problem().rooms().get(0).unavailable()).isEmpty();
        assertThat(read.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.where()).startsWith("line ");
            assertThat(warning.message()).contains("room (A)", "-5", "ignored");
        });
    }

    @Test
    void aSolutionOfAnotherProblemIsRefused() throws IOException {
        Problem problem = problem();
        String other = SOLUTION.replace("class id=\"1\"", "class id=\"77\"")
                .replace("room=\"B\"", "room=\"X\"")
                .replace("student id=\"1\"", "student id=\"99\"");

        assertThatThrownBy(() -> Itc2019.readSolution(in(other), problem))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll("class (77)", "room (X)", "student (99)");
    }

    @Test
    void whatTheFormatCannotSayIsRefused() throws IOException {
        Problem problem = problem();
        Problem pinned = new Problem(
                problem.name(),
                problem.grid(),
                problem.rooms(),
                problem.people(),
                problem.groups(),
                problem.events(),
                problem.courses(),
                problem.students(),
                problem.constraints(),
                problem.weights(),
                List.of(new org.horarium.engine.model.Pin("1", null, "A", List.of())));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> Itc2019.writeProblem(pinned, out))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("event (1)");
        assertThat(out.size()).isZero();
    }

    @Test
    void aFileOfAGigabyteIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.xml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }

        assertThatThrownBy(() -> Itc2019.readProblem(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("larger than 100 MB");
    }

    private static void fault(String file, String... words) {
        assertThatThrownBy(() -> Itc2019.readProblem(in(file)))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.faults()).anySatisfy(fault -> {
                            assertThat(fault.where()).startsWith("line ");
                            assertThat(fault.message()).contains(words);
                        }));
    }
}
