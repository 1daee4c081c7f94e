package org.horarium.formats.fet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
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
import org.horarium.engine.model.RoomOption;
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
    void realRoomsOfAVirtualOneGoOutAndIn() throws IOException {
        String data = SmallFet.withVirtualRoom();
        Problem problem = SmallFet.read(data).problem();
        TimePattern time = problem.events().get(2).times().get(0).pattern();
        Plan plan = new Plan(
                List.of(
                        new Placement(
                                "3",
                                time,
                                "R10",
                                placement("3", time, "R10", "Bob").staff()),
                        new Placement("3 (room 2)", time, "R30", List.of())),
                Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Fet.writeTimetable(in(data), plan, out);

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.replaceAll("\\s+<", "<"))
                .contains("<Room>V</Room><Number_of_Real_Rooms>2</Number_of_Real_Rooms>"
                        + "<Real_Room>R10</Real_Room><Real_Room>R30</Real_Room>");
        Plan read = Fet.readTimetable(in(text), problem);
        assertThat(read.placements())
                .extracting(Placement::event, Placement::time, Placement::room)
                .containsExactly(tuple("3", time, "R10"), tuple("3 (room 2)", time, "R30"));
        assertThat(SmallFet.read(text).problem().events().get(2).rooms())
                .extracting(RoomOption::room)
                .containsExactly("R10");
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
