package org.horarium.formats.college.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.verify.Score;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.Timetable.Assignment;
import org.horarium.formats.college.Timetable.ScheduledEvent;
import org.horarium.formats.college.Timetable.UnplacedActivity;
import org.horarium.formats.json.Tiny;
import org.junit.jupiter.api.Test;

class TimetableTranslationTest {
    private final TimetableTranslation translation =
            CollegeProblem.of(Tiny.college()).timetables();

    private static final Plan PLAN = new Plan(
            List.of(
                    new Placement(
                            "CS201-L/CSE-2A/1",
                            new TimePattern(3, 1, 1, 1),
                            "R1",
                            List.of(new StaffAssignment("lecturer", "P1"))),
                    new Placement("CS201-P/CSE-2A1/1", new TimePattern(2, 4, 3, 2), null, List.of())),
            Map.of());

    private static final Timetable TIMETABLE = new Timetable(
            "Tiny College",
            "2026-A",
            List.of(
                    new ScheduledEvent(
                            "CS201-L/CSE-2A/1",
                            DayOfWeek.MONDAY,
                            2,
                            1,
                            WeekPattern.EVERY,
                            "R1",
                            List.of(new Assignment("lecturer", "P1"))),
                    new ScheduledEvent("CS201-P/CSE-2A1/1", DayOfWeek.WEDNESDAY, 4, 2, WeekPattern.B, null, List.of())),
            List.of(new UnplacedActivity("CS250-L/CS250/1", "no room")),
            1,
            Map.of("group_day", 7L),
            7);

    @Test
    void aPlanBecomesATimetableInTheCollegesWords() {
        Score score = new Score(1, Map.of(CostComponent.GROUP_DAY, 7L, CostComponent.ROOM, 0L));
        assertThat(translation.timetable(PLAN, score, List.of(new Solution.Unplaced("CS250-L/CS250/1", "no room"))))
                .isEqualTo(TIMETABLE);
    }

    @Test
    void aTimetableBecomesThePlanAgain() {
        assertThat(translation.plan(TIMETABLE)).isEqualTo(PLAN);
    }

    private List<String> faults(ScheduledEvent event) {
        Timetable timetable = new Timetable("Tiny College", "2026-A", List.of(event), List.of(), 0, Map.of(), 0);
        FormatException thrown = catchThrowableOfType(FormatException.class, () -> translation.plan(timetable));
        return thrown.faults().stream().map(Fault::where).toList();
    }

    private static ScheduledEvent at(DayOfWeek day, int slot, int duration, WeekPattern weeks) {
        return new ScheduledEvent("CS201-L/CSE-2A/1", day, slot, duration, weeks, "R1", List.of());
    }

    @Test
    void timesOutsideTheGridAreFaults() {
        assertThat(faults(at(DayOfWeek.FRIDAY, 1, 1, WeekPattern.EVERY))).containsExactly("/events/0/day");
        assertThat(faults(at(DayOfWeek.MONDAY, 0, 1, WeekPattern.EVERY))).containsExactly("/events/0/slot");
        assertThat(faults(at(DayOfWeek.MONDAY, 6, 1, WeekPattern.EVERY))).containsExactly("/events/0/slot");
        assertThat(faults(at(DayOfWeek.MONDAY, 5, 2, WeekPattern.EVERY))).containsExactly("/events/0/duration");
        assertThat(faults(at(DayOfWeek.MONDAY, 1, Integer.MAX_VALUE, WeekPattern.EVERY)))
                .containsExactly("/events/0/duration");
        assertThat(faults(at(DayOfWeek.MONDAY, 1, 1, WeekPattern.ALTERNATE))).containsExactly("/events/0/weeks");
        assertThat(faults(at(DayOfWeek.SUNDAY, 9, 1, WeekPattern.ALTERNATE)))
                .containsExactly("/events/0/day", "/events/0/slot", "/events/0/weeks");
    }

    @Test
    void weeksAreToldApartOnlyWhereTheCollegeDoes() {
        TimetableTranslation weekly = CollegeProblem.of(Tiny.document()
                        .set("/courses/0/activities/1/weeks", "\"every\"")
                        .read())
                .timetables();
        FormatException thrown = catchThrowableOfType(FormatException.class, () -> weekly.plan(TIMETABLE));
        assertThat(thrown.faults()).extracting(Fault::where).containsExactly("/events/1/weeks");
    }
}
