package org.horarium.formats.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.explain.Conflict;
import org.horarium.engine.explain.ExplainListener;
import org.horarium.engine.explain.ExplainOptions;
import org.horarium.engine.explain.Explainer;
import org.horarium.engine.explain.Explanation;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.explain.Subject;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.formats.college.problem.CollegeProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A department and a college of a real size in which one thing is impossible: the right records are named, the first
 * suggestion is solved, and a generation that goes on from that plan has a timetable.
 */
class ImpossibleDepartmentTest {
    private static final Duration PLENTY = Duration.ofSeconds(240);
    private static final String LECTURER = "CSE-F01";

    /**
     * Something impossible.
     *
     * @param name for people
     * @param family what pre-flight proves
     * @param named records that are named
     * @param college with it
     */
    record Example(String name, Family family, List<String> named, College college) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() {
        College department = DemoCollege.department();
        College college = DemoCollege.of(DemoCollege.Size.COLLEGE);
        return Stream.of(
                new Example(
                        "twelve hours in eleven free slots",
                        Family.PERSON_TIME,
                        List.of(LECTURER, "CS201-L/CSE-2B/1", "CS202-L/CSE-2B/3"),
                        elevenSlots(twelveHours(department))),
                new Example(
                        "twelve hours in eleven free slots, three departments",
                        Family.PERSON_TIME,
                        List.of(LECTURER, "CS201-L/CSE-2B/1", "CS202-L/CSE-2B/3"),
                        elevenSlots(twelveHours(college))),
                new Example(
                        "two pinned lessons of one person in one slot",
                        Family.PIN_CLASH,
                        List.of(LECTURER, "CS201-L/CSE-2A/1", "CS201-L/CSE-2B/1"),
                        pinned(
                                department,
                                new ActivityPin("CS201-L/CSE-2A/1", DayOfWeek.TUESDAY, 2, null, List.of(LECTURER)),
                                new ActivityPin("CS201-L/CSE-2B/1", DayOfWeek.TUESDAY, 2, null, List.of(LECTURER)))),
                new Example(
                        "three lectures two days apart without Wednesday, for two sections",
                        Family.DAYS,
                        List.of("CS201-L/CSE-2A/1", "days-between:CS201-L/CSE-2A"),
                        away(
                                templates(
                                        department,
                                        template ->
                                                template.id().equals("CS201-L") ? by(template, LECTURER, 2) : template),
                                wholeDay(DayOfWeek.WEDNESDAY))),
                new Example(
                        "twelve hours with a limit of eleven",
                        Family.LOAD_LIMIT,
                        List.of(LECTURER, "week-load:11"),
                        people(
                                twelveHours(department),
                                person -> new Personnel(
                                        person.id(),
                                        person.name(),
                                        person.email(),
                                        person.department(),
                                        person.roles(),
                                        11,
                                        person.maxSlotsPerDay(),
                                        person.maxDaysPerWeek(),
                                        person.unavailable()))));
    }

    private static College twelveHours(College college) {
        return templates(
                college,
                template -> List.of("CS201-L", "CS202-L").contains(template.id())
                        ? by(template, LECTURER, template.minDaysBetween())
                        : template);
    }

    private static College elevenSlots(College college) {
        return away(
                college,
                span(DayOfWeek.MONDAY, 14),
                span(DayOfWeek.TUESDAY, 14),
                span(DayOfWeek.WEDNESDAY, 12),
                wholeDay(DayOfWeek.THURSDAY),
                wholeDay(DayOfWeek.FRIDAY));
    }

    private static ActivityTemplate by(ActivityTemplate template, String lecturer, int daysBetween) {
        return new ActivityTemplate(
                template.id(),
                template.name(),
                template.type(),
                template.duration(),
                template.sessionsPerWeek(),
                template.weeks(),
                template.attendees(),
                template.personnel().stream()
                        .map(need -> new Requirement(need.role(), need.count(), List.of(lecturer)))
                        .toList(),
                template.roomType(),
                template.equipment(),
                daysBetween,
                template.after());
    }

    private static WeeklyTime span(DayOfWeek day, int from) {
        return new WeeklyTime(day, LocalTime.of(from, 0), LocalTime.of(20, 0));
    }

    private static WeeklyTime wholeDay(DayOfWeek day) {
        return span(day, 8);
    }

    private static College away(College college, WeeklyTime... times) {
        return people(
                college,
                person -> new Personnel(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.department(),
                        person.roles(),
                        person.maxSlotsPerWeek(),
                        person.maxSlotsPerDay(),
                        person.maxDaysPerWeek(),
                        List.of(times)));
    }

    private static College people(College college, UnaryOperator<Personnel> change) {
        return with(
                college,
                college.personnel().stream()
                        .map(person -> person.id().equals(LECTURER) ? change.apply(person) : person)
                        .toList(),
                college.courses(),
                college.pins());
    }

    private static College templates(College college, UnaryOperator<ActivityTemplate> change) {
        return with(
                college,
                college.personnel(),
                college.courses().stream()
                        .map(course -> new Course(
                                course.id(),
                                course.name(),
                                course.department(),
                                course.elective(),
                                course.batches(),
                                course.activities().stream().map(change).toList()))
                        .toList(),
                college.pins());
    }

    private static College pinned(College college, ActivityPin... pins) {
        return with(college, college.personnel(), college.courses(), List.of(pins));
    }

    private static College with(
            College college, List<Personnel> personnel, List<Course> courses, List<ActivityPin> pins) {
        return new College(
                college.name(),
                college.term(),
                college.departments(),
                college.buildings(),
                college.equipment(),
                college.rooms(),
                college.batches(),
                college.students(),
                personnel,
                courses,
                college.preferences(),
                pins,
                college.objective());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theFirstSuggestionIsSolvedAndAGenerationSucceeds(Example example) {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
        Problem problem = CollegeProblem.of(example.college()).problem();

        Explanation explanation =
                Explainer.explain(problem, ExplainOptions.of(PLENTY), ExplainListener.SILENT, new StopSignal());

        assertThat(explanation.impossibilities().get(0).family()).isEqualTo(example.family());
        assertThat(explanation.impossibilities().get(0).subjects())
                .extracting(Subject::id)
                .containsAll(example.named());
        assertThat(explanation.conflict().certainty()).isEqualTo(Conflict.Certainty.MINIMAL);
        assertThat(explanation.conflict().lines()).hasSizeLessThanOrEqualTo(Conflict.MOST_LINES);
        Relaxation first = explanation.relaxations().get(0);
        assertThat(first.check()).as("%s", first.steps()).isEqualTo(Relaxation.Check.SOLVED);
        Plan plan = Objects.requireNonNull(first.plan());
        assertThat(Verifier.verify(first.relaxed(), plan).violations()).isEmpty();
        assertThat(plan.placements())
                .as("nothing is left out: %s", first.steps())
                .hasSameSizeAs(problem.events());
        assertThat(Solver.standard()
                        .solve(
                                first.relaxed(),
                                new SolverOptions(PLENTY, 1, 1, Effort.ofWork(5_000_000)).startingFrom(plan),
                                event -> {},
                                new StopSignal())
                        .verdict()
                        .violations())
                .isEmpty();
    }
}
