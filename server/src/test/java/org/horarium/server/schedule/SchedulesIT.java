package org.horarium.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.Student;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.InvalidScopeException.FieldFault;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.TinyCollege;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SchedulesIT {
    private static final ScheduleScope SECTION_A = new ScheduleScope("CSE", "2024-CSE-A", 3, "2024-25");
    private static final ScheduleScope CSE = new ScheduleScope("CSE", null, null, "2024-25");

    @Autowired
    Colleges colleges;

    @Autowired
    JdbcSchedules schedules;

    @Autowired
    ScheduleBook book;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void college() {
        if (colleges.isEmpty()) {
            colleges.insert(TinyCollege.college());
        }
        jdbc.sql("DELETE FROM schedule").update();
    }

    @Test
    void theSameScopeIsTheSameSchedule() {
        Schedule first = schedules.findOrCreate(SECTION_A);
        assertThat(first.name()).isEqualTo("CSE 2024 A, semester 3, First term");
        assertThat(first.term()).isEqualTo("T1");
        assertThat(first.departments()).containsExactly("CSE");
        assertThat(first.groups()).containsExactly("2024-CSE-A");
        assertThat(first.status()).isEqualTo(ScheduleStatus.DRAFT);
        assertThat(schedules.findOrCreate(SECTION_A).id()).isEqualTo(first.id());
        assertThat(schedules.findOrCreate(CSE).id()).isNotEqualTo(first.id());
    }

    @Test
    void aCopyForTheNextTermTakesScopeAndPinsThatFit() {
        Actor admin = new Actor(1, "a@tiny.example", "A", Role.ADMIN, Set.of(), null, null);
        ScheduleId source = schedules.findOrCreate(SECTION_A).id();
        jdbc.sql("""
                INSERT INTO pin (term_id, schedule_id, template_id, group_id, ordinal, day, start_time)
                SELECT term_id, schedule.id, template.id, g.id, ordinal.n, 1, CASE ordinal.n WHEN 1 THEN '09:00'::time ELSE '10:00' END
                FROM schedule, activity_template template, attendee_group g, generate_series(1, 2) AS ordinal (n)
                WHERE schedule.id = ? AND template.code = 'DB-lecture' AND g.code = '2024-CSE'
                """).param(source.value()).update();
        jdbc.sql("""
                WITH made AS (
                    INSERT INTO term (code, name, academic_year, semester, first_day, last_day, time_zone)
                    SELECT 'T2', 'Second term', '2024-25', 2, last_day + 1, last_day + 90, 'UTC' FROM term RETURNING id),
                days AS (INSERT INTO term_day (term_id, day, position) SELECT id, 1, 1 FROM made)
                INSERT INTO term_period (term_id, kind, start_time, end_time) SELECT id, 'SLOT', '09:00', '10:00' FROM made
                """).update();
        NewSchedule wish = book.copyOf(source, admin);
        assertThat(wish).isEqualTo(new NewSchedule(null, "T2", List.of("CSE"), List.of("2024-CSE-A")));
        ScheduleId copy = book.createFrom(wish, source, admin);
        assertThat(jdbc.sql("SELECT ordinal FROM pin WHERE schedule_id = ?")
                        .param(copy.value())
                        .query(Integer.class)
                        .list())
                .as("the second term has no slot at ten")
                .containsExactly(1);
        jdbc.sql("DELETE FROM schedule").update();
        jdbc.sql("DELETE FROM term WHERE code = 'T2'").update();
    }

    @Test
    void twoCallersAtOnceGetOneSchedule() throws Exception {
        List<Object> ids = atOnce(4, () -> schedules.findOrCreate(CSE).id());
        assertThat(ids).allMatch(id -> id instanceof ScheduleId).containsOnly(ids.get(0));
    }

    @Test
    void allFaultsOfAScopeAreToldAtOnce() {
        InvalidScopeException invalid = catchThrowableOfType(
                InvalidScopeException.class,
                () -> schedules.findOrCreate(new ScheduleScope("CS", "2024-CS", 3, "1999-00")));
        assertThat(invalid.faults())
                .extracting(FieldFault::field)
                .containsExactly("department", "batch", "academicYear");
        assertThat(invalid.faults().get(0).message())
                .isEqualTo("There is no department (CS). Choose one of ART, CSE, EEE.");
        assertThat(invalid.faults().get(2).message()).contains("1999-00").contains("2024-25");
    }

    @Test
    void aScopeMustFitTogether() {
        assertThat(faultsOf(new ScheduleScope("CSE", "2024-EEE", null, "2024-25")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("(2024-EEE) is not of the department (CSE)"));
        assertThat(faultsOf(new ScheduleScope("CSE", "2024-CSE", 1, "2024-25")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("semester"));
        assertThat(faultsOf(new ScheduleScope("EEE", null, 5, "2024-25")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .isEqualTo("The department (EEE) has no batch in semester (5). Choose one of 3."));
        assertThat(faultsOf(new ScheduleScope("CSE", "2024-CSE-A1", null, "2024-25")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("subgroup"));
    }

    private List<FieldFault> faultsOf(ScheduleScope scope) {
        return catchThrowableOfType(InvalidScopeException.class, () -> schedules.findOrCreate(scope))
                .faults();
    }

    @Test
    void theAcademicYearPicksTheTermOfToday() {
        jdbc.sql("""
                INSERT INTO term (code, name, academic_year, semester, first_day, last_day, time_zone)
                SELECT 'T2', 'Second term', academic_year, 2, last_day + 10, last_day + 90, 'UTC' FROM term WHERE code = 'T1'
                """).update();
        try {
            assertThat(schedules.findOrCreate(CSE).term()).isEqualTo("T1");
        } finally {
            jdbc.sql("DELETE FROM schedule").update();
            jdbc.sql("DELETE FROM term WHERE code = 'T2'").update();
        }
    }

    @Test
    void aDepartmentsCollegeHoldsWhatItNeedsAndNoMore() {
        College college = schedules.college(schedules.findOrCreate(CSE).id());
        assertThat(college.batches()).extracting(Batch::id).containsExactly("2024-CSE", "2025-CSE");
        assertThat(college.courses())
                .extracting(Course::id)
                .containsExactly("DB", "CIRCUITS", "INTRO", "GAMES", "DRAW");
        assertThat(college.courses().get(1).batches())
                .as("not the batch of EEE")
                .containsExactly("2024-CSE");
        assertThat(college.rooms())
                .as("own, those of a department that teaches it, and the college's")
                .extracting(Room::id)
                .containsExactly("N1", "N2", "S1", "A1", "HALL");
        assertThat(college.personnel())
                .as("P4 gives nothing here")
                .extracting(Personnel::id)
                .containsExactly("P1", "P2", "P3", "P5");
        assertThat(college.preferences()).extracting(Preference::person).containsExactly("P2", "P1", "P3");
        assertThat(college.pins())
                .extracting(ActivityPin::activity)
                .containsExactly("DB-lecture/2024-CSE/1", "GAMES-seminar/GAMES/1");
        assertThat(college.students()).hasSize(6);
        assertThat(CollegeChecks.check(college)).isEmpty();
    }

    @Test
    void anotherDepartmentsPrivateRoomsAndPeopleStayOut() {
        College college = schedules.college(schedules
                .findOrCreate(new ScheduleScope("EEE", null, null, "2024-25"))
                .id());
        assertThat(college.rooms())
                .as("N1 is shared, HALL is the college's, N2 and A1 are private to others")
                .extracting(Room::id)
                .containsExactly("N1", "S1", "HALL");
        assertThat(college.personnel()).extracting(Personnel::id).containsExactly("P3", "P5");
        assertThat(college.courses()).extracting(Course::id).containsExactly("CIRCUITS", "POWER");
        assertThat(college.departments()).extracting(College.Department::id).containsExactly("CSE", "EEE");
        assertThat(college.students()).isEmpty();
        assertThat(CollegeChecks.check(college)).isEmpty();
    }

    @Test
    void aSectionNarrowsItsBatch() {
        College college = schedules.college(schedules.findOrCreate(SECTION_A).id());
        assertThat(college.batches()).singleElement().satisfies(batch -> {
            assertThat(batch.id()).isEqualTo("2024-CSE");
            assertThat(batch.sections()).extracting(Batch.Section::id).containsExactly("2024-CSE-A");
        });
        assertThat(college.students()).extracting(Student::id).containsExactly("s1", "s2", "s3", "s4");
        assertThat(college.courses()).extracting(Course::id).containsExactly("DB", "CIRCUITS", "GAMES", "DRAW");
    }

    @Test
    void aSemesterPicksTheBatchesThatAreInIt() {
        College college = schedules.college(schedules
                .findOrCreate(new ScheduleScope("CSE", null, 1, "2024-25"))
                .id());
        assertThat(college.batches()).extracting(Batch::id).containsExactly("2025-CSE");
        assertThat(college.courses()).extracting(Course::id).containsExactly("INTRO");
        assertThat(college.pins()).isEmpty();
    }

    @Test
    void aPinOfTheScheduleGoesBeforeThatOfTheTerm() {
        ScheduleId id = schedules.findOrCreate(CSE).id();
        jdbc.sql("""
                INSERT INTO pin (term_id, schedule_id, template_id, group_id, ordinal, day, start_time)
                SELECT term_id, ?, template_id, group_id, ordinal, 3, '13:00' FROM pin WHERE day = 1 AND schedule_id IS NULL
                """).param(id.value()).update();
        assertThat(schedules.college(id).pins().get(0))
                .isEqualTo(new ActivityPin("DB-lecture/2024-CSE/1", DayOfWeek.WEDNESDAY, 4, null, List.of()));
        assertThat(colleges.whole("T1")).as("the term's own stays").isEqualTo(TinyCollege.college());
    }

    @Test
    void ofTwoAllocationsAtOnceOneBegins() throws Exception {
        ScheduleId id = schedules.findOrCreate(CSE).id();
        List<Object> results = atOnce(2, () -> {
            UUID job = UUID.randomUUID();
            schedules.beginAllocation(id, job);
            return job;
        });
        UUID running = (UUID)
                results.stream().filter(UUID.class::isInstance).findFirst().orElseThrow();
        assertThat(results)
                .filteredOn(AllocationRunningException.class::isInstance)
                .singleElement()
                .satisfies(refused ->
                        assertThat(((AllocationRunningException) refused).job()).isEqualTo(running));
        assertThat(schedules.get(id).status()).isEqualTo(ScheduleStatus.ALLOCATING);
        assertThat(schedules.get(id).allocation()).isEqualTo(running);
    }

    @Test
    void anAllocationEndsOnceAndOnlyByItsOwnJob() {
        ScheduleId id = schedules.findOrCreate(CSE).id();
        UUID job = UUID.randomUUID();
        schedules.beginAllocation(id, job);
        assertThat(schedules.endAllocation(id, UUID.randomUUID(), AllocationOutcome.COMPLETED))
                .isFalse();
        assertThat(schedules.endAllocation(id, job, AllocationOutcome.COMPLETED))
                .isTrue();
        assertThat(schedules.endAllocation(id, job, AllocationOutcome.WITHOUT_RESULT))
                .isFalse();
        assertThat(schedules.get(id).status()).isEqualTo(ScheduleStatus.COMPLETED);
    }

    @Test
    void anAllocationWithoutResultGoesBackToWhereItBegan() {
        ScheduleId id = schedules.findOrCreate(CSE).id();
        for (ScheduleStatus start : List.of(ScheduleStatus.DRAFT, ScheduleStatus.LOCKED, ScheduleStatus.COMPLETED)) {
            setStatus(id, start, null);
            UUID job = UUID.randomUUID();
            schedules.beginAllocation(id, job);
            schedules.endAllocation(id, job, AllocationOutcome.WITHOUT_RESULT);
            assertThat(schedules.get(id).status()).isEqualTo(start);
        }
    }

    /** Every step from every status, against the table of steps. */
    @Test
    void onlyTheStepsOfTheTableAreTaken() {
        ScheduleId id = schedules.findOrCreate(CSE).id();
        for (ScheduleStep step : ScheduleStep.values()) {
            for (ScheduleStatus from : ScheduleStatus.values()) {
                UUID running = from == ScheduleStatus.ALLOCATING ? UUID.randomUUID() : null;
                UUID job = step == ScheduleStep.BEGIN_ALLOCATION ? UUID.randomUUID() : null;
                setStatus(id, from, running);
                if (step.from().contains(from)) {
                    schedules.step(id, step, job);
                    assertThat(schedules.get(id).status())
                            .as(step + " from " + from)
                            .isEqualTo(step.to());
                } else {
                    assertThatThrownBy(() -> schedules.step(id, step, job))
                            .as(step + " from " + from)
                            .isInstanceOfAny(IllegalStepException.class, AllocationRunningException.class);
                    assertThat(schedules.get(id).status()).isEqualTo(from);
                }
            }
        }
    }

    @Test
    void anUnknownScheduleIsSaid() {
        ScheduleId id = new ScheduleId(UUID.randomUUID());
        assertThatThrownBy(() -> schedules.college(id)).isInstanceOf(ScheduleNotFoundException.class);
        assertThatThrownBy(() -> schedules.beginAllocation(id, UUID.randomUUID()))
                .isInstanceOf(ScheduleNotFoundException.class);
        assertThatThrownBy(() -> schedules.endAllocation(id, UUID.randomUUID(), AllocationOutcome.COMPLETED))
                .isInstanceOf(ScheduleNotFoundException.class);
    }

    private void setStatus(ScheduleId id, ScheduleStatus status, @Nullable UUID job) {
        jdbc.sql("UPDATE schedule SET status = ?, allocation = ?, status_before_allocation = ? WHERE id = ?")
                .param(status.name())
                .param(job)
                .param(job == null ? null : "DRAFT")
                .param(id.value())
                .update();
    }

    /** Runs the same in several threads that start together; gives what each returned or threw. */
    private static List<Object> atOnce(int threads, Callable<Object> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Object>> running = Stream.generate(() -> pool.submit((Callable<Object>) () -> {
                        start.await();
                        try {
                            return call.call();
                        } catch (RuntimeException e) {
                            return e;
                        }
                    }))
                    .limit(threads)
                    .toList();
            List<Object> results = new ArrayList<>();
            for (Future<Object> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
