package org.horarium.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets which mail, as it lies in the outbox. */
@IntegrationTest
class NoticesIT {
    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void college(@Autowired Colleges colleges, @Autowired Accounts accounts) {
        colleges.insert(TinyCollege.college());
        account(accounts, "planner", Role.ADMIN, Set.of());
        account(accounts, "dean", Role.ADMIN, Set.of());
        account(accounts, "hod", Role.STAFF, Set.of("CSE", "ART"));
        account(accounts, "elsewhere", Role.STAFF, Set.of("EEE"));
        account(accounts, "teacher", Role.FACULTY, Set.of());
    }

    private static void account(Accounts accounts, String name, Role role, Set<String> departments) {
        accounts.create(new NewAccount(name + "@tiny.example", name, role, "a long password", departments, null, null));
    }

    @BeforeEach
    void emptyOutbox() {
        jdbc.sql("delete from publication").update();
        jdbc.sql("delete from mail").update();
    }

    private static PlacedActivity lecture(DayOfWeek day) {
        return new PlacedActivity(
                "DB-lecture/2024-CSE/1",
                "DB-lecture",
                "2024-CSE",
                List.of("2024-CSE-A1", "2024-CSE-A2", "2024-CSE-B"),
                day,
                2,
                1,
                Weeks.EVERY,
                "N1",
                List.of(new PlacedActivity.Staff("lecturer", "P1")));
    }

    private record Mail(String recipient, String subject, String text) {}

    private List<Mail> mails(String kind) {
        return jdbc.sql("select recipient, subject, body_text from mail where kind = ? order by recipient")
                .param(kind)
                .query((row, n) -> new Mail(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    @Test
    void thoseWhoDecideAndThoseWhoSubmittedAreTold() {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        Revision revision = revisions.draft(revisions.schedule("CSE").id(), List.of(lecture(DayOfWeek.MONDAY)));
        workflow.take(
                Revisions.PLANNER,
                revision.workflow(),
                Workflow.Request.of(WorkflowAction.SUBMIT_FOR_REVIEW, null, null));
        assertThat(mails("timetable-submit-for-review"))
                .extracting(Mail::recipient)
                .containsExactly("dean@tiny.example", "hod@tiny.example");

        workflow.take(
                Revisions.DEAN,
                revision.workflow(),
                Workflow.Request.of(WorkflowAction.REQUEST_REVISION, "Not on Mondays.", null));
        assertThat(mails("timetable-request-revision")).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("planner@tiny.example");
            assertThat(mail.text())
                    .contains("dean@tiny.example", "Not on Mondays.", "/review?revision=" + revision.number());
        });
    }

    @Test
    void whomAPublicationConcernsIsToldWhatChangesForThem() {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        ScheduleId schedule = revisions.schedule("CSE").id();
        revisions.publish(
                revisions.draft(schedule, List.of(lecture(DayOfWeek.MONDAY))).workflow(), null);
        assertThat(mails("timetable-published"))
                .extracting(Mail::recipient)
                .as("those with an address")
                .containsExactly("ada@tiny.example", "grace@tiny.example");

        emptyOutboxOnly();
        revisions.publish(
                revisions.draft(schedule, List.of(lecture(DayOfWeek.MONDAY))).workflow(), null);
        assertThat(mails("timetable-published")).as("nothing changed").isEmpty();

        revisions.publish(
                revisions.draft(schedule, List.of(lecture(DayOfWeek.TUESDAY))).workflow(), null);
        assertThat(mails("timetable-published")).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Your timetable for First term changes");
            assertThat(mail.text())
                    .contains(
                            "DB lecture (CSE 2024): from Monday 10:00–11:00, North 1, Grace Hill to Tuesday 10:00–11:00");
        });
    }

    private void emptyOutboxOnly() {
        jdbc.sql("delete from mail").update();
    }
}
