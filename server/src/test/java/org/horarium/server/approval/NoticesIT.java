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
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from account where personnel_code is not null").update();
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
        assertThat(jdbc.sql("select account.email from notice join account on account.id = account_id"
                                + " where notice.topic = 'review' and path like '%/review?revision=%' order by 1")
                        .query(String.class)
                        .list())
                .as("in the inbox too")
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
                            "Your Monday DB lecture (CSE 2024) moved from Monday 10:00–11:00 to Tuesday 10:00–11:00.");
        });
    }

    @Test
    void eachIsToldTheirOwnSideOfAChangeInTheirLanguage(@Autowired Accounts accounts) {
        accounts.create(
                new NewAccount("p2@tiny.example", "Two", Role.FACULTY, "a long password", Set.of(), "P2", null));
        accounts.create(
                new NewAccount("p1@tiny.example", "One", Role.FACULTY, "a long password", Set.of(), "P1", null));
        long deutsch = account("p1@tiny.example");
        jdbc.sql("insert into notice_language (account_id, language) values (?, 'de')")
                .param(deutsch)
                .update();
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        ScheduleId schedule = revisions.schedule("CSE").id();
        PlacedActivity monday = lecture(DayOfWeek.MONDAY);
        revisions.publish(revisions.draft(schedule, List.of(monday)).workflow(), null);
        jdbc.sql("delete from notice").update();
        emptyOutboxOnly();

        PlacedActivity takenOver = new PlacedActivity(
                monday.activity(),
                monday.template(),
                monday.group(),
                monday.attendees(),
                DayOfWeek.TUESDAY,
                1,
                1,
                Weeks.A,
                "L1",
                List.of(new PlacedActivity.Staff("lecturer", "P2")));
        revisions.publish(revisions.draft(schedule, List.of(takenOver)).workflow(), null);

        assertThat(lines(deutsch))
                .as("who gave it")
                .containsExactly("Ihr Termin am Montag, DB lecture (CSE 2024), 10:00–11:00, ist nicht mehr Ihrer.");
        assertThat(lines(account("p2@tiny.example")))
                .as("who gives it now")
                .singleElement()
                .asString()
                .startsWith("New: DB lecture (CSE 2024), Tuesday 09:00–10:00, week A, ")
                .contains(", given by ");
        assertThat(mails("timetable-published"))
                .as("those who attend")
                .filteredOn(mail -> mail.recipient().equals("ada@tiny.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(
                                "Your Monday DB lecture (CSE 2024) moved from Monday 10:00–11:00 to Tuesday 09:00–10:00, week A.")
                        .contains("The room was North 1 and is ")
                        .contains("It was given by Grace Hill and is given by "));
        assertThat(mails("timetable-published"))
                .as("who has no address is mailed at the login")
                .extracting(Mail::recipient)
                .contains("p2@tiny.example");
    }

    private long account(String email) {
        return jdbc.sql("select id from account where email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private List<String> lines(long account) {
        return jdbc.sql("select unnest(lines) from notice where account_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }

    private void emptyOutboxOnly() {
        jdbc.sql("delete from mail").update();
    }
}
