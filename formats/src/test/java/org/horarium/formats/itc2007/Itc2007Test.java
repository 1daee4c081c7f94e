package org.horarium.formats.itc2007;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.horarium.engine.verify.Violation;
import org.horarium.formats.BenchData;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Itc2007Test {
    /** The example of the competition's technical report, with one more unavailability. */
    static final String TOY = """
            Name: ToyExample
            Courses: 4
            Rooms: 3
            Days: 5
            Periods_per_day: 4
            Curricula: 2
            Constraints: 2

            COURSES:
            SceCosC Ocra 3 3 30
            ArcTec Indaco 3 2 42
            TecCos Rosa 5 4 40
            Geotec Scarlatti 5 4 18

            ROOMS:
            rA 32
            rB 50
            rC 40

            CURRICULA:
            Cur1 3 SceCosC ArcTec TecCos
            Cur2 2 TecCos Geotec

            UNAVAILABILITY_CONSTRAINTS:
            TecCos 2 0
            ArcTec 4 3

            END.
            """;

    private static final String PLAN = """
            SceCosC rA 0 0
            SceCosC rA 1 0
            SceCosC rB 1 1
            ArcTec rB 0 1
            ArcTec rB 1 2
            ArcTec rC 3 0
            TecCos rB 0 2
            TecCos rB 0 3
            TecCos rB 2 1
            TecCos rB 2 2
            TecCos rB 4 0
            Geotec rA 0 1
            Geotec rA 1 1
            Geotec rA 2 0
            Geotec rA 3 0
            Geotec rA 4 1
            """;

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem toy() throws IOException {
        return Itc2007.readProblem(in(TOY)).problem();
    }

    @Test
    void aPlanHasTheCostsWorkedOutByHand() throws IOException {
        Problem problem = toy();

        Verdict verdict = Verifier.verify(problem, Itc2007.readSolution(in(PLAN), problem));

        assertThat(verdict.violations()).isEmpty();
        // ArcTec (42) in rC (40): 2 seats. SceCosC on 2 of 3 days, TecCos on 3 of 4: 2 × 5. SceCosC and ArcTec use 2
        // rooms.
        // Isolated, Cur1: Wednesday none (1, 2), Thursday ArcTec 0, Friday TecCos 0; Cur2: Tuesday 1, Thursday 0: 4 ×
        // 2.
        assertThat(verdict.score().costs())
                .containsAllEntriesOf(Map.of(
                        CostComponent.ROOM, 2L,
                        CostComponent.SPREAD, 10L,
                        CostComponent.STABILITY, 2L,
                        CostComponent.GROUP_DAY, 8L));
        assertThat(verdict.score().total()).isEqualTo(22);
    }

    @Test
    void clashesAndUnavailabilityAreHard() throws IOException {
        Problem problem = toy();
        String broken = PLAN.replace("TecCos rB 4 0", "TecCos rA 2 0").replace("SceCosC rB 1 1", "SceCosC rB 1 2");

        Verdict verdict = Verifier.verify(problem, Itc2007.readSolution(in(broken), problem));

        // TecCos may not be on Wednesday 0, where Geotec has the room and Cur2; SceCosC meets ArcTec in rB and in Cur1.
        assertThat(verdict.violations())
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder(
                        HardRule.TIME_CANDIDATE,
                        HardRule.ROOM_CLASH,
                        HardRule.GROUP_CLASH,
                        HardRule.ROOM_CLASH,
                        HardRule.GROUP_CLASH);
    }

    @Test
    void missingAndSuperfluousLinesAreViolations() throws IOException {
        Problem problem = toy();
        String broken = PLAN.replace("Geotec rA 4 1", "SceCosC rC 4 2");

        Verdict verdict = Verifier.verify(problem, Itc2007.readSolution(in(broken), problem));

        assertThat(verdict.violations())
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder(HardRule.PLACED, HardRule.PLACED_ONCE);
    }

    @Test
    void whatIsWrittenReadsTheSame() throws IOException {
        Problem problem = toy();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Itc2007.writeProblem(problem, out);

        assertThat(Itc2007.readProblem(in(out.toString(StandardCharsets.UTF_8))).problem())
                .isEqualTo(problem);

        Plan plan = Itc2007.readSolution(in(PLAN), problem);
        out.reset();
        Itc2007.writeSolution(plan, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void publicInstancesSurviveARoundTrip(int number) throws IOException {
        Problem problem = Itc2007.readProblem(BenchData.file("itc2007-ctt/comp%02d.ctt".formatted(number)))
                .problem();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Itc2007.writeProblem(problem, out);

        Problem again =
                Itc2007.readProblem(in(out.toString(StandardCharsets.UTF_8))).problem();

        assertThat(again.events()).isEqualTo(problem.events());
        assertThat(again).isEqualTo(problem);
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirLines() {
        String broken = TOY.replace("ArcTec Indaco 3 2 42", "SceCosC Indaco three 2 42")
                .replace("rB 50", "rB -5")
                .replace("Cur2 2 TecCos Geotec", "Cur2 3 TecCos Geotek")
                .replace("TecCos 2 0", "TecCos 9 0");

        assertThatThrownBy(() -> Itc2007.readProblem(in(broken)))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.faults())
                                .contains(
                                        new Fault(
                                                "line 11",
                                                "The number of lectures of SceCosC (three) must be a whole number between 1 and 20."),
                                        new Fault("line 11", "The course (SceCosC) occurs twice; ids must be unique."),
                                        new Fault(
                                                "line 17",
                                                "The capacity of rB (-5) must be a whole number between 0 and 1000000."),
                                        new Fault("line 22", "The curriculum (Cur2) announces 3 courses and lists 2."),
                                        new Fault(
                                                "line 22",
                                                "The curriculum (Cur2) names a course (Geotek) that does not exist. Maybe you mean (Geotec)."),
                                        new Fault(
                                                "line 25",
                                                "The day of TecCos (9) must be a whole number between 0 and 4.")));
    }

    @Test
    void aFileThatIsCutOffSaysSo() {
        assertThatThrownBy(() -> Itc2007.readProblem(in(TOY.substring(0, TOY.indexOf("UNAVAIL")))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("cut off")
                .hasMessageContaining("UNAVAILABILITY_CONSTRAINTS");
    }

    @Test
    void wrongLinesOfASolutionAreNamed() throws IOException {
        Problem problem = toy();

        assertThatThrownBy(() -> Itc2007.readSolution(in("SceCosC rZ 0 0\nNobody rA 0 0\nSceCosC rA 0\n"), problem))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.faults())
                                .extracting(Fault::where)
                                .containsExactly("line 1", "line 2", "line 3"));
    }

    @Test
    void thousandsOfWrongLinesAreNoTrouble() throws IOException {
        Problem problem = toy();

        assertThatThrownBy(() -> Itc2007.readSolution(in("Nobody rA 0 0\n".repeat(5000)), problem))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("more than 500 faults");
    }

    @Test
    void whatTheFormatCannotSayIsRefused() throws IOException {
        Problem problem = toy();
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
                List.of(new org.horarium.engine.model.Pin("SceCosC/1", null, "rA", List.of())));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> Itc2007.writeProblem(pinned, out))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("pins");
        assertThat(out.size()).isZero();
    }
}
