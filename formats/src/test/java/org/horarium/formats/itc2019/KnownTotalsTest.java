package org.horarium.formats.itc2019;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.horarium.engine.verify.Violation;
import org.horarium.formats.BenchData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published solutions have the totals that their publishers say. */
class KnownTotalsTest {
    private static Verdict verify(String instance, String solution) throws IOException {
        Problem problem = Itc2019.readProblem(BenchData.file("itc2019/" + instance + ".xml"))
                .problem();
        Plan plan = Itc2019.readSolution(BenchData.file("itc2019/solutions/" + solution + ".xml"), problem);
        return Verifier.verify(problem, plan);
    }

    @ParameterizedTest
    @CsvSource({
        "bet-sum18, 2108",
        "lums-sum17, 4",
        "pu-cs-fal07, 1310",
        "tg-fal17, 4215",
        "tg-fal17, 6774",
        "wbg-fal10, 537",
        "wbg-fal10, 633"
    })
    void aSolutionHasTheTotalOfItsFileName(String instance, long total) throws IOException {
        Verdict verdict = verify(instance, instance + "." + total);

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.score().total()).isEqualTo(total);
    }

    /** One for each class without its room, each class above its limit and each pair that breaks a required distribution. */
    @Test
    void theInvalidSolutionBreaksThirtyTwoHardRules() throws IOException {
        Verdict verdict = verify("muni-fsps-spr17", "muni-fsps-spr17.invalid");

        assertThat(verdict.score().hard()).isEqualTo(32);
        assertThat(verdict.violations().stream().collect(Collectors.groupingBy(Violation::rule, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(HardRule.ROOM_CANDIDATE, 1L, HardRule.CLASS_LIMIT, 7L, HardRule.CONSTRAINT, 24L));
    }
}
