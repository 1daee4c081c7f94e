package org.horarium.formats.itc2019;

import static org.assertj.core.api.Assertions.assertThat;
import static org.horarium.formats.itc2019.SmallFiles.in;

import java.io.IOException;
import java.util.Random;
import org.horarium.engine.model.Problem;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.FormatException;
import org.horarium.formats.Mutations;
import org.horarium.formats.Trials;
import org.junit.jupiter.api.Test;

/** Damaged files give a result or a list of faults, never another exception. */
class Itc2019FuzzTest {
    @Test
    void damagedProblems() {
        Trials.repeat(2000, Itc2019FuzzTest::damagedProblem);
    }

    private static void damagedProblem(Random random) throws IOException {
        String file = Mutations.of(SmallFiles.PROBLEM, random);
        try {
            assertThat(Itc2019.readProblem(in(file)).problem().grid()).isNotNull();
        } catch (FormatException e) {
            assertThat(e.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.message()).isNotBlank());
        }
    }

    @Test
    void damagedSolutions() {
        Trials.repeat(2000, Itc2019FuzzTest::damagedSolution);
    }

    private static void damagedSolution(Random random) throws IOException {
        Problem problem = SmallFiles.problem();
        String file = Mutations.of(SmallFiles.SOLUTION, random);
        try {
            assertThat(Verifier.verify(problem, Itc2019.readSolution(in(file), problem))
                            .score()
                            .hard())
                    .isNotNegative();
        } catch (FormatException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }
}
