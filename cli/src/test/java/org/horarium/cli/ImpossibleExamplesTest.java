package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.explain.Conflict;
import org.horarium.engine.explain.ExplainListener;
import org.horarium.engine.explain.ExplainOptions;
import org.horarium.engine.explain.Explainer;
import org.horarium.engine.explain.Explanation;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.explain.Subject;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.StopSignal;
import org.horarium.formats.file.ProblemFormats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The twelve files of {@code examples/impossible}: the right records are named, and the first suggestion helps. */
class ImpossibleExamplesTest {
    private static final Path FOLDER = Path.of("..", "examples", "impossible");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * What a file is about.
     *
     * @param file its name
     * @param family what pre-flight proves; null where only the exact model can
     * @param named records that must be named, by pre-flight or in the conflict
     */
    record Example(String file, @Nullable Family family, List<String> named) {
        static Example of(String file, @Nullable Family family, String... named) {
            return new Example(file, family, List.of(named));
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                Example.of("01-hours-over-free-slots.json", Family.PERSON_TIME, "DAVID", "ETHICS-L/Y2B/2"),
                Example.of("02-pin-against-pin.json", Family.PIN_CLASH, "ADA", "ALG-L/Y2A/1", "ALG-L/Y2B/1"),
                Example.of("03-four-lessons-three-slots.fet", Family.PERSON_TIME, "Ada Berg", "1", "2", "3", "4"),
                Example.of("04-pin-against-absence.json", Family.PIN_UNAVAILABLE, "BEN", "NET-L/Y2A/1"),
                Example.of("05-group-hours.json", Family.GROUP_TIME, "Y2A", "MATH-L/Y2A/1", "CHEM-L/Y2A/4"),
                Example.of("06-rooms.json", Family.ROOM_TIME, "LAB", "CHEM-L/Y2A/1", "CHEM-L/Y2B/1", "CHEM-L/Y2C/1"),
                Example.of("07-equipment.json", Family.EQUIPMENT, "equipment:projector", "ART-L/Y2C/3"),
                Example.of("08-load-limit.json", Family.LOAD_LIMIT, "ADA", "week-load:5", "LATIN-L/Y2B/3"),
                Example.of("09-days-between.json", Family.DAYS, "days-between:FREN-L/Y2A", "FREN-L/Y2A/3"),
                Example.of("10-team-load.json", Family.STAFF_LOAD, "ADA", "BEN", "week-load:7", "STAT-L/Y2C/4"),
                Example.of("11-order.json", Family.ORDER, "BIO-L/Y2A/1", "BIO-P/Y2A/1"),
                Example.of("12-only-together.json", null, "BEN", "Y2A", "HALL", "MUS-L/Y2A/1"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void namesTheRightRecordsAndKnowsWhatHelps(Example example) throws IOException {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
        Problem problem = ProblemFormats.read(Files.readAllBytes(FOLDER.resolve(example.file())))
                .problem();

        Explanation explanation =
                Explainer.explain(problem, ExplainOptions.of(LIMIT), ExplainListener.SILENT, new StopSignal());

        if (example.family() == null) {
            assertThat(explanation.impossibilities()).isEmpty();
            assertThat(explanation.conflict().certainty()).isEqualTo(Conflict.Certainty.MINIMAL);
            assertThat(explanation.conflict().elements())
                    .extracting(element -> element.subject().id())
                    .containsAll(example.named());
        } else {
            assertThat(explanation.impossibilities()).hasSize(1);
            assertThat(explanation.impossibilities().get(0).family()).isEqualTo(example.family());
            assertThat(explanation.impossibilities().get(0).subjects())
                    .extracting(Subject::id)
                    .containsAll(example.named());
        }
        assertThat(explanation.conflict().lines()).hasSizeLessThanOrEqualTo(Conflict.MOST_LINES);
        assertThat(explanation.relaxations()).isNotEmpty();
        assertThat(explanation.relaxations().get(0).check()).isEqualTo(Relaxation.Check.SOLVED);
    }

    @Test
    void theCommandTellsEverything() {
        Run run = Run.of("explain", FOLDER.resolve("02-pin-against-pin.json"));

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.NOT_SOLVED);
        assertThat(run.out())
                .contains(
                        "pin-clash: Algorithms, lecture (Y2A) and Algorithms, lecture (Y2B) are both fixed on Tuesday")
                .contains("Ada Berg gives one event at a time.")
                .containsPattern("1\\. Remove the pin of Algorithms, lecture .*a plan was found");
    }

    @Test
    void preflightAloneSolvesNothing() {
        Run impossible = Run.of("explain", "--preflight", FOLDER.resolve("05-group-hours.json"));
        Run silent = Run.of("explain", "--preflight", FOLDER.resolve("12-only-together.json"));

        assertThat(impossible.status()).isEqualTo(ExitStatus.NOT_SOLVED);
        assertThat(impossible.out()).contains("group-time: ").doesNotContain("What would help");
        assertThat(silent.status()).isEqualTo(ExitStatus.DONE);
        assertThat(silent.out()).contains("proves nothing");
    }

    @Test
    void saysSoWhereThereIsAPlan(@TempDir Path folder) {
        Path college = folder.resolve("c.json");
        Run.of("demo", "--size", "small", "--out", college);

        Run run = Run.of("explain", "--seconds", "9", college);

        assertThat(run.status()).as(run.out()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).contains("There is a plan");
    }

    @Test
    void aTimeLimitOfNothingIsWrongUsage() {
        Run run = Run.of("explain", "--seconds", "0", FOLDER.resolve("05-group-hours.json"));

        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("--seconds is 0");
    }
}
