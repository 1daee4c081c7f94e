package org.horarium.server.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class TimetablesIT {
    @Autowired
    Timetables timetables;

    @Autowired
    JdbcClient jdbc;

    private ScheduleId schedule = new ScheduleId(UUID.randomUUID());

    @BeforeEach
    void makeASchedule() {
        jdbc.sql("""
                insert into term (code, name, academic_year, semester, first_day, last_day, time_zone)
                values ('2026-1', 'Autumn', '2026-27', 1, '2026-09-01', '2026-12-18', 'Europe/Vienna')
                on conflict do nothing
                """).update();
        schedule =
                new ScheduleId(jdbc.sql("insert into schedule (name, term_id) select 'Test', id from term returning id")
                        .query(UUID.class)
                        .single());
    }

    private NewRevision revision(PlacedActivity... activities) {
        return new NewRevision(
                schedule, null, 0, Map.of("student_gaps", 4L), 4, Frames.SMALL, List.of(activities), List.of());
    }

    @Test
    void aRevisionComesBackAsItWasSaved() {
        PlacedActivity lab = Frames.lab("S1", DayOfWeek.TUESDAY, 3, 2, Weeks.A, "R1", "P1");
        PlacedActivity lecture = Frames.lecture(DayOfWeek.MONDAY, 1, "R1", "P1");

        long id = timetables.save(revision(lab, lecture));

        Revision saved = timetables.find(id).orElseThrow();
        assertThat(saved.activities()).containsExactly(lecture, lab);
        assertThat(saved.frame()).isEqualTo(Frames.SMALL);
        assertThat(saved.number()).isEqualTo(1);
        assertThat(saved.status()).isEqualTo(RevisionStatus.DRAFT);
        assertThat(saved.costs()).containsExactly(Map.entry("student_gaps", 4L));
    }

    @Test
    void theNewestRevisionHasTheHighestNumber() {
        timetables.save(revision());
        long second = timetables.save(revision());

        Revision newest = timetables.newest(schedule).orElseThrow();
        assertThat(newest.id()).isEqualTo(second);
        assertThat(newest.number()).isEqualTo(2);
    }

    @Test
    void whatIsUnplacedMakesItPartial() {
        long id = timetables.save(new NewRevision(
                schedule,
                null,
                1,
                Map.of(),
                0,
                Frames.SMALL,
                List.of(),
                List.of(new Revision.Unplaced("db-lecture/S/1", "Ada Byron is never free."))));

        Revision saved = timetables.find(id).orElseThrow();
        assertThat(saved.status()).isEqualTo(RevisionStatus.PARTIAL);
        assertThat(saved.unplaced()).extracting(Revision.Unplaced::reason).containsExactly("Ada Byron is never free.");
    }

    @Test
    void theDatabaseRefusesARoomTakenTwice() {
        refused(
                "room_taken_once",
                Frames.lab("S1", DayOfWeek.MONDAY, 3, 2, Weeks.EVERY, "R1", "P1"),
                Frames.lab("S2", DayOfWeek.MONDAY, 4, 1, Weeks.EVERY, "R1", "P2"));
    }

    @Test
    void theDatabaseRefusesAPersonBookedTwice() {
        refused(
                "person_booked_once",
                Frames.lab("S1", DayOfWeek.MONDAY, 1, 1, Weeks.A, "R1", "P1"),
                Frames.lab("S2", DayOfWeek.MONDAY, 1, 1, Weeks.EVERY, "R2", "P1"));
    }

    @Test
    void theDatabaseRefusesAGroupInTwoPlaces() {
        refused(
                "group_attends_once",
                Frames.lab("S1", DayOfWeek.MONDAY, 1, 1, Weeks.EVERY, "R1", "P1"),
                Frames.lecture(DayOfWeek.MONDAY, 1, "R2", "P2"));
    }

    @Test
    void theDatabaseRefusesAnActivityPlacedTwice() {
        refused(
                "activity_placed_once",
                Frames.lecture(DayOfWeek.MONDAY, 1, "R1", "P1"),
                Frames.lecture(DayOfWeek.TUESDAY, 1, "R1", "P1"));
    }

    private void refused(String constraint, PlacedActivity... activities) {
        assertThatThrownBy(() -> timetables.save(revision(activities)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
        assertThat(timetables.newest(schedule)).as("nothing half-saved").isEmpty();
    }

    @Test
    void aAndBWeeksMayShareRoomPersonAndSlot() {
        long id = timetables.save(revision(
                Frames.lab("S1", DayOfWeek.MONDAY, 1, 2, Weeks.A, "R1", "P1"),
                Frames.lab("S2", DayOfWeek.MONDAY, 1, 2, Weeks.B, "R1", "P1")));

        assertThat(timetables.find(id).orElseThrow().activities()).hasSize(2);
    }
}
