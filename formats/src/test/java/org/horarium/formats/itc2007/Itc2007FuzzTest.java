package org.horarium.formats.itc2007;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.horarium.formats.FormatException;
import org.horarium.formats.Mutations;

/** Damaged files give a result or a list of faults, never another exception. */
class Itc2007FuzzTest {
    @Property(tries = 2000, seed = "20261")
    void damagedProblems(@ForAll Random random) throws IOException {
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
