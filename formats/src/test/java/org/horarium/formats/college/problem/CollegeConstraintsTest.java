package org.horarium.formats.college.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;
import org.horarium.formats.college.College;
import org.horarium.formats.json.Tiny;
import org.junit.jupiter.api.Test;

/** The rules of the tiny college, with every number worked out by hand. */
class CollegeConstraintsTest {
    private static final List<String> LECTURES_A = List.of("CS201-L/CSE-2A/1", "CS201-L/CSE-2A/2");
    private static final List<String> LECTURES_B = List.of("CS201-L/CSE-2B/1", "CS201-L/CSE-2B/2");
    private static final List<String> ELECTIVES = List.of("CS250-L/CS250/1", "CS250-L/CS250/2", "CS250-L/CS250/3");

    private static <T extends Constraint> List<T> constraints(College college, Class<T> type) {
        return CollegeProblem.of(college).problem().constraints().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void aSeriesKeepsItsPeople() {
        assertThat(constraints(Tiny.college(), SameStaff.class))
                .containsExactly(
                        new SameStaff("same-staff:CS201-L/CSE-2A:lecturer", "lecturer", LECTURES_A, Strength.HARD),
                        new SameStaff("same-staff:CS201-L/CSE-2B:lecturer", "lecturer", LECTURES_B, Strength.HARD),
                        new SameStaff("same-staff:CS250-L/CS250:lecturer", "lecturer", ELECTIVES, Strength.HARD));
    }

    @Test
    void daysBetweenAreARuleWhereStatedAndAWishElsewhere() {
        assertThat(constraints(Tiny.college(), MinDaysBetween.class))
                .containsExactly(
                        new MinDaysBetween("days-between:CS201-L/CSE-2A", LECTURES_A, 1, Strength.HARD),
                        new MinDaysBetween("days-between:CS201-L/CSE-2B", LECTURES_B, 1, Strength.HARD));
        assertThat(constraints(Tiny.college(), WorkingDays.class))
                .containsExactly(new WorkingDays("spread:CS250-L/CS250", ELECTIVES, 3, Strength.soft(30)));
    }

    @Test
    void afterPutsTheFirstSessionBeforeForTheSameStudents() {
        assertThat(constraints(Tiny.college(), Distribution.class))
                .extracting(Distribution::events)
                .containsExactly(
                        List.of("CS201-L/CSE-2A/1", "CS201-P/CSE-2A1/1"),
                        List.of("CS201-L/CSE-2A/1", "CS201-P/CSE-2A2/1"),
                        List.of("CS201-L/CSE-2B/1", "CS201-P/CSE-2B/1"));
        assertThat(constraints(Tiny.college(), Distribution.class))
                .allSatisfy(order -> assertThat(order.rule()).isEqualTo(new DistributionRule.Precedence()))
                .allSatisfy(order -> assertThat(order.strength()).isEqualTo(Strength.HARD));
    }

    @Test
    void carriedEquipmentIsLimited() {
        assertThat(constraints(Tiny.college(), Cumulative.class))
                .containsExactly(new Cumulative(
                        "equipment:projector",
                        "Projector",
                        List.of(
                                new Cumulative.Demand("CS201-L/CSE-2A/1", 1),
                                new Cumulative.Demand("CS201-L/CSE-2A/2", 1),
                                new Cumulative.Demand("CS201-L/CSE-2B/1", 1),
                                new Cumulative.Demand("CS201-L/CSE-2B/2", 1)),
                        1,
                        Strength.HARD));
    }

    @Test
    void limitsOfPeopleAreHardAndGapsOfStudentsCost() {
        assertThat(constraints(Tiny.college(), CalendarConstraint.class))
                .containsExactly(
                        person("week-load:8", new CalendarRule.MaxSlotsPerWeek(8), "P2"),
                        person("week-load:10", new CalendarRule.MaxSlotsPerWeek(10), "P3", "P4"),
                        person("week-load:12", new CalendarRule.MaxSlotsPerWeek(12), "P1"),
                        person("day-load:4", new CalendarRule.MaxSlotsPerDay(4), "P1"),
                        person("days:3", new CalendarRule.MaxDaysPerWeek(3), "P1"),
                        // 2 × students ÷ 5, at least 1
                        gaps(1, "CSE-2B", "CSE-2B+CS250"),
                        gaps(8, "ECE-2A"),
                        gaps(9, "CSE-2A2"),
                        gaps(10, "CSE-2A1"));
    }

    private static CalendarConstraint person(String id, CalendarRule rule, String... people) {
        return new CalendarConstraint(id, rule, MemberKind.PERSON, List.of(people), Strength.HARD);
    }

    private static CalendarConstraint gaps(int penalty, String... atoms) {
        return new CalendarConstraint(
                "gaps:" + penalty,
                new CalendarRule.MaxGapsPerDay(0),
                MemberKind.GROUP,
                List.of(atoms),
                Strength.soft(penalty));
    }

    @Test
    void loadIsSharedInProportionToTheLimits() {
        // In slots over both weeks. Lectures: 4 sessions of 2, electives: 3 of 2, both by P1 (12) and P2 (8);
        // labs: 3 sessions of 2 in one week, by P1 and P2 as lecturers, and by P2 (8) and P3 (10) as assistants.
        // P1: 12/20 of 8 + 6 + 6 = 12; P2: 8/20 of 20 = 8, and 8/18 of 6 = 2.66; P3: 10/18 of 6 = 3.33.
        assertThat(constraints(Tiny.college(), LoadBalance.class))
                .containsExactly(new LoadBalance(
                        "load-balance",
                        List.of(
                                new LoadBalance.Target("P1", 12),
                                new LoadBalance.Target("P2", 10),
                                new LoadBalance.Target("P3", 3)),
                        4,
                        Strength.soft(5)));
    }

    @Test
    void aWeightOfZeroLeavesTheGoalOut() {
        College college = Tiny.document()
                .set(
                        "/objective",
                        "{\"preferences\": 0, \"student_gaps\": 0, \"spread\": 0, \"load_balance\": 0, \"room_fit\": 0}")
                .read();
        assertThat(CollegeProblem.of(college).problem().constraints())
                .allSatisfy(constraint -> assertThat(constraint.strength()).isEqualTo(Strength.HARD));
        assertThat(CollegeProblem.of(college).problem().weights()).isEqualTo(new Weights(0, 0, 0, 1, 1));
    }
}
