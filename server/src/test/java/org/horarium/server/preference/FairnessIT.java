package org.horarium.server.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.Kpis;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.fairness.PreferenceProfile;
import org.horarium.formats.college.fairness.PreferenceReport;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** What people say and how the schedule weighs it, all the way: portal, tables, engine, verifier, figures. */
@IntegrationTest
class FairnessIT {
    private static final SolverOptions LITTLE_WORK =
            new SolverOptions(Duration.ofMinutes(5), 1, 1, Effort.ofWork(100_000_000));

    private static Campus campus;

    @Autowired
    Schedules schedules;

    @Autowired
    MockMvc mvc;

    @BeforeAll
    static void said(
            @Autowired Colleges colleges,
            @Autowired Schedules schedules,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json,
            @Autowired JdbcClient jdbc)
            throws Exception {
        campus = new Campus(colleges, schedules, accounts, mvc, json, jdbc);
        campus.open();
        campus.browser("P1")
                .submit(campus.line("DB-lecture", "STRONGLY_PREFER", 1), campus.cannot("INTRO-lecture", "Dust"));
        Campus.Browser second = campus.browser("P2");
        second.post(
                "submit",
                second.version(),
                List.of(campus.line("DB-lecture", "STRONGLY_PREFER", 1), campus.line("INTRO-lecture", "RATHER_NOT", 1)),
                Map.of("cell", "2@09:00"));
    }

    private void weigh(String fairness) throws Exception {
        mvc.perform(
                campus.people.by(Role.ADMIN, post(campus.tab() + "/fairness")).param("fairness", fairness));
    }

    private void decide(boolean approved) throws Exception {
        String page = mvc.perform(campus.people.by(Role.ADMIN, get(campus.tab())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String entry = page.replaceFirst("(?s).*name=\"entry\" value=\"(\\d+)\".*", "$1");
        mvc.perform(campus.people
                .by(Role.ADMIN, post(campus.tab() + "/vetoes"))
                .param("entry", entry)
                .param("approved", Boolean.toString(approved)));
    }

    /** Who may give the activities of a template, with the penalties. */
    private static Map<String, Set<Integer>> candidates(CollegeProblem problem, String template) {
        return problem.problem().events().stream()
                .filter(event -> event.id().startsWith(template + "/"))
                .flatMap(event -> event.staff().stream())
                .flatMap(need -> need.candidates().stream())
                .collect(Collectors.groupingBy(
                        PersonOption::person,
                        Collectors.mapping(PersonOption::penalty, Collectors.toCollection(TreeSet::new))));
    }

    /** What it costs that a person gives the activity that P1 refuses. */
    private int penalty(String person) {
        return Objects.requireNonNull(candidates(problem(), "INTRO-lecture").get(person)).stream()
                .findFirst()
                .orElseThrow();
    }

    private CollegeProblem problem() {
        return CollegeProblem.of(schedules.college(campus.schedule));
    }

    @Test
    void theScheduleDecidesWhetherTheWorstOffComesFirst() throws Exception {
        weigh("LEXIMIN");
        Problem leximin = problem().problem();
        assertThat(leximin.constraints().stream().filter(StaffFairness.class::isInstance))
                .singleElement()
                .satisfies(rule -> assertThat(((StaffFairness) rule).shares())
                        .extracting(StaffFairness.Share::person)
                        .contains("P1", "P2"));
        weigh("SUM");
        Problem sum = problem().problem();
        assertThat(sum.constraints()).noneMatch(StaffFairness.class::isInstance);
        assertThat(sum.events()).as("the scores are the same").isEqualTo(leximin.events());
    }

    @Test
    void aRefusalCountsLastUntilItIsApprovedAndIsARuleThen() throws Exception {
        decide(false);
        assertThat(candidates(problem(), "INTRO-lecture")).containsKeys("P1", "P2");
        assertThat(candidates(problem(), "DB-lecture").get("P1"))
                .isEqualTo(candidates(problem(), "DB-lecture").get("P2"));
        assertThat(penalty("P1"))
                .as("a refusal that was declined is the last of what one would rather not give")
                .isGreaterThanOrEqualTo(penalty("P2"));
        decide(true);
        assertThat(candidates(problem(), "INTRO-lecture")).containsKey("P2").doesNotContainKey("P1");
    }

    @Test
    void theTimetableKeepsToItAndTheFiguresTellHowFairItIs() throws Exception {
        decide(true);
        weigh("SUM");
        PreferenceProfile sum = solved();
        weigh("LEXIMIN");
        PreferenceProfile leximin = solved();
        assertThat(leximin.people())
                .extracting(PreferenceProfile.Satisfaction::person)
                .contains("P1", "P2");
        assertThat(PreferenceProfile.LEXIMIN.compare(leximin, sum))
                .as("whoever is worst off is not worse off than by the plain sum: %s, %s", leximin, sum)
                .isNotNegative();
    }

    private PreferenceProfile solved() {
        CollegeProblem problem = problem();
        College college = problem.college();
        Solution solution = Solver.standard().solve(problem.problem(), LITTLE_WORK, event -> {}, new StopSignal());
        Plan plan = solution.plan();
        assertThat(Verifier.verify(problem.problem(), plan).violations())
                .as("all that is placed keeps the rules")
                .allMatch(violation -> violation.rule() == HardRule.PLACED);
        Timetable timetable = problem.timetables().timetable(solution);
        assertThat(timetable.events())
                .filteredOn(event -> event.activity().startsWith("INTRO-lecture/"))
                .flatExtracting(Timetable.ScheduledEvent::personnel)
                .extracting(Timetable.Assignment::person)
                .doesNotContain("P1");
        assertThat(timetable.events())
                .filteredOn(event -> event.day() == DayOfWeek.TUESDAY && event.slot() == 1)
                .flatExtracting(Timetable.ScheduledEvent::personnel)
                .extracting(Timetable.Assignment::person)
                .as("who said that they cannot come then")
                .doesNotContain("P2");
        Kpis figures = Kpis.of(problem.problem(), plan, null);
        assertThat(figures.choices().stream().mapToInt(Integer::intValue).sum())
                .as("sessions given by people with preferences")
                .isPositive();
        return PreferenceReport.of(college, timetable);
    }
}
