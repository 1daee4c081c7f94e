package org.horarium.formats.college.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.json.Tiny;
import org.junit.jupiter.api.Test;

/** The tiny college, expanded by hand. Days are 0 to 2, slots 0 to 4 with lunch after slot 2, weeks A = 1 and B = 2. */
class CollegeProblemTest {
    private static final int MONDAY = 1;
    private static final int TUESDAY = 2;
    private static final int WEDNESDAY = 4;
    private static final long EVERY = 3;

    private final Problem problem = CollegeProblem.of(Tiny.college()).problem();

    private static Event event(Problem problem, String id) {
        return problem.events().stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void activitiesAreTemplatesTimesGroupsTimesOrdinals() {
        assertThat(problem.events())
                .extracting(Event::id)
                .containsExactly(
                        "CS201-L/CSE-2A/1",
                        "CS201-L/CSE-2A/2",
                        "CS201-L/CSE-2B/1",
                        "CS201-L/CSE-2B/2",
                        "CS201-P/CSE-2A1/1",
                        "CS201-P/CSE-2A2/1",
                        "CS201-P/CSE-2B/1",
                        "CS250-L/CS250/1",
                        "CS250-L/CS250/2",
                        "CS250-L/CS250/3");
        assertThat(problem.events().get(0).name()).isEqualTo("Data Structures, lecture (CSE-2A, 1 of 2)");
        assertThat(problem.events().get(4).name()).isEqualTo("Data Structures, lab (CSE-2A1)");
    }

    @Test
    void groupsAreStudentsWithTheSameMemberships() {
        assertThat(problem.groups())
                .containsExactly(
                        new Group("CSE-2A1", "Group A1", 26, List.of()),
                        new Group("CSE-2A2", "Group A2", 24, List.of()),
                        new Group("CSE-2B", "Section B", 1, List.of()),
                        new Group("CSE-2B+CS250", "Section B with CS250", 2, List.of()),
                        new Group("ECE-2A", "Section A", 20, List.of()));
        assertThat(event(problem, "CS201-L/CSE-2A/1").groups()).containsExactly("CSE-2A1", "CSE-2A2");
        assertThat(event(problem, "CS201-L/CSE-2B/1").groups()).containsExactly("CSE-2B", "CSE-2B+CS250");
        assertThat(event(problem, "CS201-P/CSE-2B/1").groups()).containsExactly("CSE-2B", "CSE-2B+CS250");
    }

    @Test
    void anElectiveMeetsThoseWhoChoseItAndThoseOfWhomNothingIsKnown() {
        assertThat(event(problem, "CS250-L/CS250/1").groups()).containsExactly("CSE-2A1", "CSE-2A2", "CSE-2B+CS250");
        Problem unlisted =
                CollegeProblem.of(Tiny.document().remove("/students").read()).problem();
        assertThat(event(unlisted, "CS250-L/CS250/1").groups()).containsExactly("CSE-2A1", "CSE-2A2", "CSE-2B");
    }

    @Test
    void anElectiveThatNobodyChoseIsNotGiven() {
        Problem none = CollegeProblem.of(Tiny.document()
                        .set("/courses/1/batches/0", "\"ECE-2\"")
                        .set("/courses/1/department", "\"ECE\"")
                        .set("/students", "[]")
                        .set("/students/-", "{\"id\": \"S9\", \"name\": \"Dora Elm\", \"group\": \"ECE-2A\"}")
                        .read())
                .problem();
        assertThat(none.events()).noneMatch(event -> event.id().startsWith("CS250"));
    }

    @Test
    void timesNeverSpanABreakButMaySpanAPauseWithoutAName() {
        assertThat(problem.grid()).isEqualTo(new Grid(2, 3, 5));
        assertThat(event(problem, "CS201-L/CSE-2A/1").times())
                .hasSize(15)
                .contains(new TimeOption(new TimePattern(EVERY, TUESDAY, 4, 1), 0));
        List<TimeOption> lab = event(problem, "CS201-P/CSE-2A2/1").times();
        assertThat(lab).hasSize(3 * 3 * 2);
        assertThat(lab.stream().map(option -> option.pattern().start()).distinct())
                .containsExactly(0, 1, 3);
        assertThat(lab.stream().map(option -> option.pattern().weeks()).distinct())
                .containsExactly(1L, 2L);
    }

    @Test
    void thereIsOneWeekWhenNoTemplateTellsThemApart() {
        Problem weekly = CollegeProblem.of(Tiny.document()
                        .set("/courses/0/activities/1/weeks", "\"every\"")
                        .read())
                .problem();
        assertThat(weekly.grid().weeks()).isEqualTo(1);
    }

    @Test
    void roomsHaveTheTypeTheSeatsAndTheRight() {
        // 50 students: R1 wastes 20 of 70 seats, R2 10 of 60 and is another department's
        assertThat(event(problem, "CS201-L/CSE-2A/1").rooms())
                .containsExactly(new RoomOption("R1", 2), new RoomOption("R2", 3));
        assertThat(event(problem, "CS201-P/CSE-2A1/1").rooms()).containsExactly(new RoomOption("L1", 0));
        assertThat(event(problem, "CS201-P/CSE-2B/1").rooms()).containsExactly(new RoomOption("L1", 2));
    }

    @Test
    void equipmentThatStandsInARoomLeavesOnlySuchRooms() {
        Problem fixed = CollegeProblem.of(Tiny.document()
                        .set("/rooms/1/equipment", "[{\"equipment\": \"projector\", \"quantity\": 1}]")
                        .read())
                .problem();
        assertThat(event(fixed, "CS201-L/CSE-2A/1").rooms()).containsExactly(new RoomOption("R2", 3));
        assertThat(fixed.constraints()).noneMatch(constraint -> constraint.id().startsWith("equipment:"));
    }

    @Test
    void peopleCostWhatTheirPreferenceSays() {
        assertThat(event(problem, "CS201-L/CSE-2A/1").staff().get(0).candidates())
                .containsExactly(new PersonOption("P1", 1), new PersonOption("P2", 60));
        assertThat(event(problem, "CS201-P/CSE-2A1/1").staff().get(1).candidates())
                .containsExactly(new PersonOption("P2", 30), new PersonOption("P3", 30));
    }

    @Test
    void whoCannotIsNoCandidate() {
        Problem refused = CollegeProblem.of(Tiny.document()
                        .set(
                                "/preferences/1",
                                "{\"person\": \"P2\", \"template\": \"CS201-L\", \"bucket\": \"cannot\", \"reason\": \"Ill\"}")
                        .read())
                .problem();
        assertThat(event(refused, "CS201-L/CSE-2A/1").staff().get(0).candidates())
                .containsExactly(new PersonOption("P1", 1));
    }

    @Test
    void aSlotThatASpanTouchesIsUnavailableAsAWhole() {
        assertThat(problem.rooms().get(1).unavailable()).containsExactly(new TimePattern(EVERY, MONDAY, 0, 2));
        assertThat(problem.people().get(1).unavailable()).containsExactly(new TimePattern(EVERY, TUESDAY, 3, 2));
    }

    @Test
    void aPinFixesTimeRoomAndPeopleInTheirRoles() {
        assertThat(problem.pins())
                .containsExactly(
                        new Pin(
                                "CS201-L/CSE-2A/1",
                                new TimePattern(EVERY, MONDAY, 1, 1),
                                "R1",
                                List.of(new StaffAssignment("lecturer", "P1"))),
                        new Pin(
                                "CS201-P/CSE-2A1/1",
                                null,
                                null,
                                List.of(
                                        new StaffAssignment("assistant", "P2"),
                                        new StaffAssignment("lecturer", "P1"))));
    }

    @Test
    void aPinOfAnAlternatingActivityLeavesTheWeekFree() {
        assertThat(event(problem, "CS201-P/CSE-2A1/1").times())
                .containsExactly(
                        new TimeOption(new TimePattern(1, WEDNESDAY, 3, 2), 0),
                        new TimeOption(new TimePattern(2, WEDNESDAY, 3, 2), 0));
    }
}
