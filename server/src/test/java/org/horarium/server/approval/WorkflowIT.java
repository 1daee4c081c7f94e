package org.horarium.server.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Room;
import org.horarium.server.approval.Workflow.Request;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.Settings;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionDiff;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.Timetables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The life of a revision, with two people at once, frozen content, and publications side by side. */
@IntegrationTest
class WorkflowIT {
    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    Publications publications;

    @Autowired
    Settings settings;

    @Autowired
    ReviewComments comments;

    @Autowired
    Review review;

    @Autowired
    JdbcClient jdbc;

    private ScheduleId schedule = new ScheduleId(UUID.randomUUID());

    private Revisions revisions() {
        return new Revisions(timetables, schedules, workflow);
    }

    @BeforeAll
    static void college(@Autowired Colleges colleges) {
        colleges.insert(TinyCollege.college());
    }

    @BeforeEach
    void begin() {
        jdbc.sql("delete from publication").update();
        schedule = revisions().schedule("EEE").id();
    }

    private Revision draft(PlacedActivity... placed) {
        return revisions().draft(schedule, List.of(placed));
    }

    private void take(Revision revision, WorkflowAction action) {
        workflow.take(
                action == WorkflowAction.SUBMIT_FOR_REVIEW ? Revisions.PLANNER : Revisions.DEAN,
                revision.workflow(),
                Request.of(action, "Because.", null));
    }

    @Test
    void everyStepIsKeptWithTheHashOfWhatWasDecidedOn() {
        Revision revision = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        take(revision, WorkflowAction.SUBMIT_FOR_REVIEW);
        take(revision, WorkflowAction.REQUEST_REVISION);
        take(revision, WorkflowAction.SUBMIT_FOR_REVIEW);
        take(revision, WorkflowAction.APPROVE);

        List<WorkflowStep> steps =
                workflow.get(Revisions.DEAN, revision.workflow()).steps();
        assertThat(steps)
                .extracting(WorkflowStep::to)
                .containsExactly(
                        RevisionStatus.PENDING_REVIEW,
                        RevisionStatus.DRAFT,
                        RevisionStatus.PENDING_REVIEW,
                        RevisionStatus.APPROVED);
        assertThat(steps)
                .extracting(WorkflowStep::contentHash)
                .containsOnly(steps.get(0).contentHash());
        assertThat(timetables.find(revision.id()).orElseThrow().contentHash())
                .isEqualTo(steps.get(0).contentHash());
        assertThatThrownBy(() -> jdbc.sql("delete from workflow_step").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void theHashIsOfTheContentAlone() {
        String one = hash(draft(
                Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"),
                Revisions.power(DayOfWeek.MONDAY, 2, Weeks.EVERY, "S1")));
        String same = hash(draft(
                Revisions.power(DayOfWeek.MONDAY, 2, Weeks.EVERY, "S1"),
                Revisions.circuits(DayOfWeek.MONDAY, 1, "S1")));
        String other = hash(draft(
                Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"), Revisions.power(DayOfWeek.MONDAY, 2, Weeks.A, "S1")));

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    private String hash(Revision revision) {
        return jdbc.sql("select revision_content_hash(?)")
                .param(revision.id())
                .query(String.class)
                .single();
    }

    @Test
    void whatWasSubmittedCannotBeChangedInTheDatabaseEither() {
        Revision revision = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        int moved = jdbc.sql("update scheduled_event set room = 'A1' where revision_id = ?")
                .param(revision.id())
                .update();
        assertThat(moved).as("a draft may change").isEqualTo(1);
        take(revision, WorkflowAction.SUBMIT_FOR_REVIEW);
        for (String change : List.of(
                "update scheduled_event set room = 'S1' where revision_id = ?",
                "delete from scheduled_event where revision_id = ?",
                "delete from scheduled_event_staff where revision_id = ?",
                "insert into unplaced_activity select id, 'x', 'y' from timetable_revision where id = ?",
                "update timetable_revision set total = total + 1 where id = ?",
                "delete from timetable_revision where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(revision.id()).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("can't change");
        }
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherSeesWhy() throws Exception {
        for (int round = 0; round < 5; round++) {
            Revision revision = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
            take(revision, WorkflowAction.SUBMIT_FOR_REVIEW);
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<Object>> answers = new ArrayList<>();
            ExecutorService two = Executors.newFixedThreadPool(2);
            for (WorkflowAction action : List.of(WorkflowAction.APPROVE, WorkflowAction.REJECT)) {
                answers.add(two.submit((Callable<Object>) () -> {
                    together.await();
                    try {
                        return workflow.take(Revisions.DEAN, revision.workflow(), Request.of(action, "Round.", null))
                                .revision()
                                .status();
                    } catch (ConflictException e) {
                        return e;
                    }
                }));
            }
            List<Object> results = List.of(answers.get(0).get(), answers.get(1).get());
            two.shutdown();
            RevisionStatus now = timetables.find(revision.id()).orElseThrow().status();
            assertThat(results).filteredOn(r -> r instanceof RevisionStatus).containsExactly(now);
            assertThat(results)
                    .filteredOn(r -> r instanceof ConflictException)
                    .singleElement()
                    .satisfies(e -> assertThat(((ConflictException) e).getMessage())
                            .contains("is " + now.code(), "dean@tiny.example"));
            assertThat(workflow.get(Revisions.DEAN, revision.workflow()).steps())
                    .hasSize(2);
        }
    }

    @Test
    void whoSawAnOlderVersionIsAskedToReload() {
        Revision revision = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        take(revision, WorkflowAction.SUBMIT_FOR_REVIEW);
        assertThatThrownBy(() -> workflow.take(
                        Revisions.DEAN,
                        revision.workflow(),
                        Request.of(WorkflowAction.APPROVE, null, revision.version())))
                .isInstanceOf(StaleEditException.class)
                .hasMessageContaining("pending_review");
    }

    @Test
    void reasonsAreMandatory() {
        Revision revision = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        take(revision, WorkflowAction.SUBMIT_FOR_REVIEW);
        for (WorkflowAction action : List.of(WorkflowAction.REJECT, WorkflowAction.REQUEST_REVISION)) {
            for (String reason : new String[] {null, "", "  \n"}) {
                assertThatThrownBy(() ->
                                workflow.take(Revisions.DEAN, revision.workflow(), Request.of(action, reason, null)))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("needs a reason");
            }
        }
        assertThat(timetables.find(revision.id()).orElseThrow().status()).isEqualTo(RevisionStatus.PENDING_REVIEW);
    }

    @Test
    void fourEyesAreASetting() {
        Revision revision = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        workflow.take(Revisions.DEAN, revision.workflow(), Request.of(WorkflowAction.SUBMIT_FOR_REVIEW, null, null));
        Request approve = Request.of(WorkflowAction.APPROVE, null, null);
        assertThatThrownBy(() -> workflow.take(Revisions.DEAN, revision.workflow(), approve))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("somebody else");
        settings.set(ApprovalSettings.FOUR_EYES, false, "test");
        try {
            assertThat(workflow.take(Revisions.DEAN, revision.workflow(), approve)
                            .revision()
                            .status())
                    .isEqualTo(RevisionStatus.APPROVED);
        } finally {
            settings.set(ApprovalSettings.FOUR_EYES, true, "test");
        }
    }

    @Test
    void publishingTellsThoseConcernedAndAnOlderRevisionTakesItBack() {
        Revision first = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        revisions().publish(first.workflow(), null);
        Publication published = publications.newest(schedule).orElseThrow();
        assertThat(published.peopleTold())
                .as("P3; 2024-EEE has no students on record")
                .isEqualTo(1);

        Revision second = draft(
                Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"), Revisions.power(DayOfWeek.MONDAY, 2, Weeks.EVERY, "S1"));
        revisions().publish(second.workflow(), null);
        assertThat(publications.newest(schedule).orElseThrow().peopleTold())
                .as("only P5, who is new")
                .isEqualTo(1);
        assertThat(publications.newest(schedule).orElseThrow().number()).isEqualTo(second.number());

        take(first, WorkflowAction.PUBLISH);
        assertThat(publications.newest(schedule).orElseThrow().number()).isEqualTo(first.number());
        assertThat(publications.of(schedule)).hasSize(3);
    }

    @Test
    void aDateInTheFutureLeavesThePresentOneInForceUntilThen() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Revision first = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        revisions().publish(first.workflow(), null);
        Revision second = draft(Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"));
        revisions().publish(second.workflow(), today.plusDays(7));

        assertThat(publications.withPerson("P3", today))
                .extracting(Publication::number)
                .containsExactly(first.number());
        assertThat(publications.withPerson("P3", today.plusDays(7)))
                .extracting(Publication::number)
                .containsExactly(second.number());
        assertThat(Publications.spans(publications.of(schedule)))
                .extracting(span -> span.publication().number())
                .containsExactly(second.number(), first.number());
    }

    @Test
    void aDateThatIsPastOrAfterTheTermIsRefused() {
        Revision revision = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        take(revision, WorkflowAction.SUBMIT_FOR_REVIEW);
        take(revision, WorkflowAction.APPROVE);
        for (LocalDate date :
                List.of(LocalDate.now().minusDays(3), LocalDate.now().plusDays(300))) {
            assertThatThrownBy(() -> workflow.take(
                            Revisions.DEAN, revision.workflow(), new Request(WorkflowAction.PUBLISH, null, null, date)))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(timetables.find(revision.id()).orElseThrow().status()).isEqualTo(RevisionStatus.APPROVED);
    }

    @Test
    void whatIsPublishedBlocksRoomsAndPeopleOfOthersAndCannotBePublishedOver() {
        revisions()
                .publish(
                        draft(Revisions.power(DayOfWeek.TUESDAY, 3, Weeks.A, "N1"))
                                .workflow(),
                        null);

        ScheduleId cse = revisions().schedule("CSE").id();
        College college = schedules.college(cse);
        assertThat(room(college, "N1").unavailable()).anySatisfy(time -> {
            assertThat(time.day()).isEqualTo(DayOfWeek.TUESDAY);
            assertThat(time.start()).hasToString("11:00");
            assertThat(time.weeks()).hasToString("A");
        });
        assertThat(room(schedules.college(schedule), "N1").unavailable())
                .as("its own timetable does not stand in its way")
                .isEmpty();

        PlacedActivity other = new PlacedActivity(
                "DB-lecture/2024-CSE/1",
                "DB-lecture",
                "2024-CSE",
                List.of("2024-CSE-A1", "2024-CSE-A2", "2024-CSE-B"),
                DayOfWeek.TUESDAY,
                3,
                1,
                Weeks.EVERY,
                "N1",
                List.of(new PlacedActivity.Staff("lecturer", "P1")));
        Revision clashing = revisions().draft(cse, List.of(other));
        take(clashing, WorkflowAction.SUBMIT_FOR_REVIEW);
        take(clashing, WorkflowAction.APPROVE);
        assertThatThrownBy(() -> take(clashing, WorkflowAction.PUBLISH))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("North 1 is taken by");
    }

    @Test
    void theLoadThatAPersonGivesElsewhereCountsHere() {
        ScheduleId cse = revisions().schedule("CSE").id();
        int free = person(schedules.college(cse), "P2").maxSlotsPerWeek();
        PlacedActivity borrowed = new PlacedActivity(
                "CIRCUITS-lecture/2024-EEE/1",
                "CIRCUITS-lecture",
                "2024-EEE",
                List.of("2024-EEE-A"),
                DayOfWeek.TUESDAY,
                1,
                2,
                Weeks.EVERY,
                "S1",
                List.of(new PlacedActivity.Staff("lecturer", "P2")));
        revisions().publish(draft(borrowed).workflow(), null);

        Personnel person = person(schedules.college(cse), "P2");
        assertThat(person.maxSlotsPerWeek()).isEqualTo(free - 2);
        assertThat(person.unavailable())
                .anySatisfy(time -> assertThat(time.day()).isEqualTo(DayOfWeek.TUESDAY));
    }

    private static Room room(College college, String id) {
        return college.rooms().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Personnel person(College college, String id) {
        return college.personnel().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReviewSaysWhatChangesAndWhatIsNotRight() {
        revisions().publish(draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1")).workflow(), null);
        Revision next = draft(Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"));

        Review.Changes changes = review.changes(Revisions.DEAN, next.workflow());
        assertThat(changes.diff().changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(RevisionDiff.Kind.MOVED);
            assertThat(change.people()).containsExactly("P3");
        });
        Review.Warnings warnings = review.warnings(Revisions.DEAN, next.workflow(), 1, Locale.ENGLISH);
        assertThat(warnings.findings())
                .as("the lab of Power has no place, for one")
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("POWER lab"));
        assertThat(warnings.open()).isEqualTo(1 + warnings.more());
    }

    @Test
    void commentsAreAboutActivitiesThatAreThere() {
        Revision revision = draft(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"));
        comments.add(Revisions.DEAN, revision.workflow(), "CIRCUITS-lecture/2024-EEE/1", "Too early.");
        comments.add(Revisions.DEAN, revision.workflow(), "", "Good on the whole.");
        assertThatThrownBy(() -> comments.add(Revisions.DEAN, revision.workflow(), "GONE/X/1", "What is this?"))
                .isInstanceOf(InvalidInputException.class);

        List<ReviewComment> all = comments.of(Revisions.DEAN, revision.workflow());
        assertThat(all).extracting(ReviewComment::activity).containsExactly("CIRCUITS-lecture/2024-EEE/1", null);
        comments.resolve(Revisions.PLANNER, revision.workflow(), all.get(0).id());
        assertThat(comments.of(Revisions.DEAN, revision.workflow()))
                .extracting(ReviewComment::resolvedBy)
                .containsExactly("planner@tiny.example", null);
    }
}
