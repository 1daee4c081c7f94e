package org.horarium.formats.fet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.horarium.formats.fet.SmallFet.in;
import static org.horarium.formats.fet.SmallFet.with;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.FormatException;
import org.junit.jupiter.api.Test;

class FetTimetableTest {
    private static final String DATA = with("SubjectPreferredRoom", "<Subject>Maths</Subject><Room>R30</Room>");

    private static final Plan PLAN = new Plan(
            List.of(
                    placement("1", new TimePattern(1, 1, 0, 2), "R30", "Ann"),
                    placement("2", new TimePattern(1, 2, 3, 1), "R30", "Ann"),
                    placement("3", new TimePattern(1, 1, 1, 1), null, "Bob")),
            Map.of());

    private static Placement placement(
            String event, TimePattern time, @org.jspecify.annotations.Nullable String room, String teacher) {
        return new Placement(event, time, room, List.of(new StaffAssignment("teacher", teacher)));
    }

    private static String written(String data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Fet.writeTimetable(in(data), PLAN, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsThePlan() throws IOException {
        Problem problem = SmallFet.read(DATA).problem();
        assertThat(Verifier.verify(problem, PLAN).violations()).isEmpty();

        assertThat(Fet.readTimetable(in(written(DATA)), problem)).isEqualTo(PLAN);
    }

    @Test
    void theDataStayAsTheyAre() throws IOException {
        Problem problem = SmallFet.read(DATA).problem();
        Problem fixed = SmallFet.read(written(DATA)).problem();

        assertThat(fixed.constraints()).isEqualTo(problem.constraints());
        assertThat(fixed.people()).isEqualTo(problem.people());
        assertThat(fixed.events()).allSatisfy(event -> assertThat(event.times()).hasSize(1));
        assertThat(Verifier.verify(fixed, PLAN).violations()).isEmpty();
    }

    @Test
    void writingTwiceFixesNothingTwice() throws IOException {
        String once = written(DATA);

        assertThat(written(once)).isEqualTo(once);
    }

    @Test
    void aPlanOfOtherDataIsRefused() {
        Plan other = new Plan(List.of(placement("77", new TimePattern(1, 1, 0, 2), null, "Ann")), Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> Fet.writeTimetable(in(DATA), other, out))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("activity (77)");
        assertThat(out.size()).isZero();
    }
}
