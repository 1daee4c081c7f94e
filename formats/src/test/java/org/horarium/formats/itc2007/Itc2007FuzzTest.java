package org.horarium.formats.itc2007;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.horarium.formats.FormatException;
import org.horarium.formats.Mutations;
import org.horarium.formats.Trials;
import org.junit.jupiter.api.Test;

/** Damaged files give a result or a list of faults, never another exception. */
class Itc2007FuzzTest {
    @Test
    void damagedProblems() {
        Trials.repeat(2000, Itc2007FuzzTest::damagedProblem);
    }

    private static void damagedProblem(Random random) throws IOException {
        byte[] file = Mutations.of(Itc2007Test.TOY, random).getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(Itc2007.readProblem(new ByteArrayInputStream(file))
                            .problem()
                            .events())
                    .isNotEmpty();
        } catch (FormatException e) {
            assertThat(e.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.message()).isNotBlank());
        }
    }
}
