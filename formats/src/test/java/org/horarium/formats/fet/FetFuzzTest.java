package org.horarium.formats.fet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.horarium.formats.FormatException;
import org.horarium.formats.Mutations;
import org.horarium.formats.Trials;
import org.junit.jupiter.api.Test;

/** Damaged files give a result or a list of faults, never another exception. */
class FetFuzzTest {
    @Test
    void damagedFiles() {
        Trials.repeat(2000, FetFuzzTest::damagedFile);
    }

    private static void damagedFile(Random random) throws IOException {
        String file = SmallFet.with(
                "ActivityPreferredStartingTime",
                "80",
                "<Activity_Id>1</Activity_Id><Preferred_Day>Mon</Preferred_Day><Preferred_Hour>8</Preferred_Hour>");
        try {
            assertThat(SmallFet.read(Mutations.of(file, random)).problem().grid())
                    .isNotNull();
        } catch (FormatException e) {
            assertThat(e.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.message()).isNotBlank());
        }
    }
}
