package org.horarium.server.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.formats.json.CollegeJson;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Actor;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.explanation.Findings.Suggestion;
import org.horarium.server.explanation.remedy.RemedyService;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationJobs;
import org.horarium.server.generation.GenerationRequest.Search;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.ScheduleStatus;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The impossible colleges of {@code examples/impossible}, explained in the application: the first suggestion is carried out
 * with one call, and then there is a timetable; taken back, the data are as they were.
 */
@IntegrationTest
@Timeout(120)
class RemedyIT {
    private static final Path FOLDER = Path.of("..", "examples", "impossible");
    private static final Search SEARCH = new Search(Duration.ofSeconds(5), 1, List.of());

    @Autowired
    Explanations explanations;

    @Autowired
    RemedyService remedies;

    @Autowired
    GenerationJobs jobs;

    @Autowired
    Colleges colleges;

    @Autowired
    Schedules schedules;

    @Autowired
    JdbcClient jdbc;

    private static Actor admin = new Actor(0, "admin@tiny.example", "Admin", Role.ADMIN, Set.of(), null, null);

    @BeforeAll
    static void account(@Autowired Accounts accounts) {
        long id = accounts.create(NewAccount.of(admin.email(), "Admin", Role.ADMIN, "a long password"));
        admin = new Actor(id, admin.email(), admin.fullName(), Role.ADMIN, Set.of(), null, null);
    }

    static Stream<Path> colleges() throws IOException {
        return Files.list(FOLDER)
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    /** Another college in place of that of the test before, and the schedule for all of it. */
    private ScheduleId load(Path file) throws IOException {
        return load(CollegeJson.read(Files.readAllBytes(file)));
    }

    private ScheduleId load(College college) {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
        jdbc.sql("""
                DO $$ BEGIN
                PERFORM set_config('session_replication_role', 'replica', true); -- past the append-only triggers
                EXECUTE (
                    SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' CASCADE' FROM pg_tables
                    WHERE schemaname = 'public' AND tablename NOT IN
                        ('flyway_schema_history', 'scheduled_tasks', 'audit_entry', 'account', 'installation'));
                END $$""").update();
        colleges.insert(college);
        String department = college.batches().get(0).department();
        return schedules
                .findOrCreate(
                        new ScheduleScope(department, null, null, college.term().academicYear()))
                .id();
    }

    private static College pinned(College college, ActivityPin... pins) {
        return new College(
                college.name(),
                college.term(),
                college.departments(),
                college.buildings(),
                college.equipment(),
                college.rooms(),
                college.batches(),
                college.students(),
                college.personnel(),
                college.courses(),
                college.preferences(),
                List.of(pins),
                college.objective());
    }

    private Explanation explain(ScheduleId schedule) throws InterruptedException {
        return explain(schedule, 60);
    }

    private Explanation explain(ScheduleId schedule, int seconds) throws InterruptedException {
        UUID id = explanations.start(admin, schedule, null, seconds).id();
        return Waiting.ended(() -> explanations.get(admin, schedule, id));
    }

    private boolean solvable(ScheduleId schedule) {
        College college = schedules.college(schedule);
        assertThat(CollegeChecks.check(college)).isEmpty();
        return Solver.standard()
                .solve(
                        CollegeProblem.of(college).problem(),
                        new SolverOptions(Duration.ofSeconds(60), 1, 1, Effort.ofWork(2_000_000)),
                        event -> {},
                        new StopSignal())
                .verdict()
                .feasible();
    }

    private void end(ScheduleId schedule, GenerationJob job) throws InterruptedException {
        jobs.cancel(admin, job.id());
        while (jobs.get(admin, job.id()).status().open()) {
            Thread.sleep(100);
        }
        assertThat(schedules.get(schedule).status()).isNotEqualTo(ScheduleStatus.ALLOCATING);
    }

    @ParameterizedTest
    @MethodSource("colleges")
    void theFirstSuggestionIsOneClickAndMakesATimetablePossible(Path file) throws Exception {
        ScheduleId schedule = load(file);
        College before = schedules.college(schedule);
        assertThat(solvable(schedule)).isFalse();

        Explanation explanation = explain(schedule);

        assertThat(explanation.status()).as("%s", explanation.error()).isEqualTo(ExplanationStatus.COMPLETED);
        Findings findings = Objects.requireNonNull(explanation.findings());
        assertThat(findings.impossibilities().size() + findings.conflict().size())
                .isPositive();
        Suggestion first = findings.suggestions().get(0);
        assertThat(first.solved()).as("%s", first).isTrue();
        assertThat(first.edits()).as("%s", first).isNotNull();

        GenerationJob job = remedies.apply(admin, schedule, explanation.id(), 1, SEARCH);

        assertThat(job.schedule()).isEqualTo(schedule);
        end(schedule, job);
        assertThat(solvable(schedule)).as("%s", first).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'explanation.applied' AND subject = ?")
                        .param(explanation.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        remedies.undo(admin, schedule, explanation.id());

        assertThat(schedules.college(schedule).pins().stream()
                        .filter(pin -> pin.day() != null
                                || pin.room() != null
                                || !pin.personnel().isEmpty()))
                .containsExactlyInAnyOrderElementsOf(before.pins());
        assertThat(schedules.college(schedule).personnel()).isEqualTo(before.personnel());
        assertThat(schedules.college(schedule).courses()).isEqualTo(before.courses());
        assertThat(schedules.college(schedule).rooms()).isEqualTo(before.rooms());
        assertThat(schedules.college(schedule).equipment()).isEqualTo(before.equipment());
    }

    /** Two lectures fixed at one time with one lecturer, among 132 activities. */
    @Test
    @Timeout(600)
    void aDepartmentIsExplainedAndItsGenerationSucceeds() throws Exception {
        ScheduleId schedule = load(pinned(
                DemoCollege.department(),
                new ActivityPin("CS201-L/CSE-2A/1", DayOfWeek.TUESDAY, 2, null, List.of("CSE-F01")),
                new ActivityPin("CS201-L/CSE-2B/1", DayOfWeek.TUESDAY, 2, null, List.of("CSE-F01"))));

        Explanation explanation = explain(schedule, Explanation.MAX_SECONDS);
        Suggestion first =
                Objects.requireNonNull(explanation.findings()).suggestions().get(0);
        assertThat(first.solved()).as("%s", first).isTrue();

        GenerationJob job = remedies.apply(admin, schedule, explanation.id(), 1, SEARCH);

        assertThat(jdbc.sql("SELECT count(*) FROM explanation_plan WHERE explanation_id = ?")
                        .param(explanation.id())
                        .query(Integer.class)
                        .single())
                .isPositive();
        while (jobs.get(admin, job.id()).status().open()) {
            Thread.sleep(100);
        }
        assertThat(jobs.get(admin, job.id()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void everyOneClickSuggestionDoesWhatItSays() throws Exception {
        ScheduleId schedule = load(FOLDER.resolve("12-only-together.json"));
        Explanation explanation = explain(schedule);
        List<Suggestion> all = Objects.requireNonNull(explanation.findings()).suggestions();

        int tried = 0;
        for (int number = 1; number <= all.size(); number++) {
            if (all.get(number - 1).edits() != null && all.get(number - 1).solved()) {
                end(schedule, remedies.apply(admin, schedule, explanation.id(), number, SEARCH));
                assertThat(solvable(schedule)).as("%s", all.get(number - 1)).isTrue();
                remedies.undo(admin, schedule, explanation.id());
                assertThat(solvable(schedule)).isFalse();
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    void whatHasChangedSinceIsNotTouched() throws Exception {
        ScheduleId schedule = load(FOLDER.resolve("08-load-limit.json"));
        Explanation explanation = explain(schedule);
        jdbc.sql("UPDATE personnel SET name = 'Somebody else' WHERE code = 'ADA'")
                .update();
        College before = schedules.college(schedule);

        assertThatThrownBy(() -> remedies.apply(admin, schedule, explanation.id(), 1, SEARCH))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("have changed since");

        assertThat(schedules.college(schedule)).isEqualTo(before);
        assertThat(jobs.list(admin, schedule, null, 10)).isEmpty();
    }

    @Test
    void whereAGenerationCannotBeginNothingIsChanged() throws Exception {
        ScheduleId schedule = load(FOLDER.resolve("08-load-limit.json"));
        Explanation explanation = explain(schedule);
        College before = schedules.college(schedule);
        jdbc.sql("UPDATE schedule SET status = 'COLLECTING'").update();

        assertThatThrownBy(() -> remedies.apply(admin, schedule, explanation.id(), 1, SEARCH))
                .isInstanceOf(ConflictException.class);

        assertThat(schedules.college(schedule)).isEqualTo(before);
        assertThat(Objects.requireNonNull(explanations.get(admin, schedule, explanation.id()))
                        .remedy())
                .isNull();
    }

    @Test
    void aSuggestionIsCarriedOutOnce() throws Exception {
        ScheduleId schedule = load(FOLDER.resolve("02-pin-against-pin.json"));
        Explanation explanation = explain(schedule);
        GenerationJob job = remedies.apply(admin, schedule, explanation.id(), 1, SEARCH);

        assertThatThrownBy(() -> remedies.apply(admin, schedule, explanation.id(), 1, SEARCH))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("already");
        end(schedule, job);
    }
}
