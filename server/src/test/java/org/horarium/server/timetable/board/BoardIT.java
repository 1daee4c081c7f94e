package org.horarium.server.timetable.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.approval.Review;
import org.horarium.server.approval.Workflow;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Staff;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionFindings;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.Timetables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** Drafts edited by hand, by one and by two at a time. */
@IntegrationTest
class BoardIT {
    private static final String CIRCUITS = "CIRCUITS-lecture/2024-EEE/1";
    private static final Actor HEAD = new Actor(3, "head@tiny.example", "Head", Role.STAFF, Set.of("EEE"), null, null);
    private static final Actor FOREIGN =
            new Actor(4, "foreign@tiny.example", "Foreign", Role.STAFF, Set.of("ART"), null, null);

    private static People people;

    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    Review review;

    @Autowired
    Boards boards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvc mvc;

    private ScheduleId schedule = new ScheduleId(UUID.randomUUID());

    @BeforeAll
    static void college(
            @Autowired Colleges colleges,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        colleges.insert(TinyCollege.college());
        people = new People(accounts, mvc, json);
    }

    @BeforeEach
    void begin() {
        schedule = revisions().schedule("EEE").id();
        jdbc.sql("delete from pin where schedule_id is not null").update();
    }

    private Revisions revisions() {
        return new Revisions(timetables, schedules, workflow);
    }

    private Revision draft(PlacedActivity... placed) {
        return revisions().draft(schedule, List.of(placed));
    }

    private Revision now(Revision revision) {
        return timetables.find(revision.id()).orElseThrow();
    }

    /** By P5: P3, who gives it elsewhere, has a veto. */
    private PlacedActivity circuits(int slot) {
        PlacedActivity a = Revisions.circuits(DayOfWeek.MONDAY, slot, "S1");
        return new PlacedActivity(
                a.activity(),
                a.template(),
                a.group(),
                a.attendees(),
                a.day(),
                a.slot(),
                a.duration(),
                a.weeks(),
                a.room(),
                List.of(new Staff("lecturer", "P5")));
    }

    private PlacedActivity power(int slot) {
        return Revisions.power(DayOfWeek.MONDAY, slot, Weeks.EVERY, "S1");
    }

    private long move(Actor actor, Revision seen, PlacedActivity to) {
        return boards.move(actor, schedule, seen.number(), seen.version(), List.of(to), null);
    }

    @Test
    void aMoveIsJudgedWrittenAndKept() {
        Revision before = draft(circuits(1));
        long version = move(HEAD, before, circuits(3));
        Revision after = now(before);
        assertThat(after.version()).isEqualTo(version).isGreaterThan(before.version());
        assertThat(after.activities()).containsExactly(circuits(3));
        assertThat(boards.history(after, 10)).singleElement().satisfies(edit -> {
            assertThat(edit.actorName()).isEqualTo("Head");
            assertThat(edit.kind()).isEqualTo(EditKind.MOVE);
            assertThat(edit.changes()).containsExactly(new Change(CIRCUITS, circuits(1), circuits(3)));
        });
    }

    @Test
    void undoAndRedoGoThroughAllEditsAndANewEditEndsRedo() {
        Revision first = draft(circuits(1));
        move(HEAD, first, circuits(2));
        move(HEAD, now(first), circuits(3));
        undo(first, false);
        undo(first, false);
        assertThat(now(first).activities()).containsExactly(circuits(1));
        undo(first, true);
        assertThat(now(first).activities()).containsExactly(circuits(2));
        move(HEAD, now(first), circuits(4));
        assertThatThrownBy(() -> undo(first, true)).isInstanceOf(ConflictException.class);
        undo(first, false);
        assertThat(now(first).activities()).containsExactly(circuits(2));
        assertThat(boards.history(now(first), 10)).hasSize(2);
    }

    private void undo(Revision revision, boolean redo) {
        boards.undo(HEAD, schedule, revision.number(), now(revision).version(), redo);
    }

    @Test
    void aMoveThatBreaksARuleIsRefusedWithItsReasonsAndChangesNothing() {
        Revision before = draft(circuits(1), power(2));
        assertThatThrownBy(() -> move(HEAD, before, circuits(2)))
                .isInstanceOfSatisfying(
                        IllegalMoveException.class,
                        refused -> assertThat(refused.reasons())
                                .anyMatch(reason -> reason.contains("CIRCUITS") || reason.contains("Circuits")));
        assertThat(now(before)).isEqualTo(before);
        assertThat(boards.history(before, 10)).isEmpty();
    }

    @Test
    void onlyAnAdministratorMayInsistAndItStaysMarkedUntilMovedAgain() {
        Revision before = draft(circuits(1), power(2));
        assertThatThrownBy(() -> boards.move(
                        HEAD, schedule, before.number(), before.version(), List.of(circuits(2)), "Only this week"))
                .isInstanceOf(AccessDeniedException.class);
        boards.move(
                Revisions.DEAN, schedule, before.number(), before.version(), List.of(circuits(2)), "Only this week");
        Revision odd = now(before);
        assertThat(odd.activities()).containsExactlyInAnyOrder(circuits(2), power(2));
        assertThat(boards.acknowledged(odd)).singleElement().satisfies(one -> {
            assertThat(one.activity()).isEqualTo(CIRCUITS);
            assertThat(one.reason()).isEqualTo("Only this week");
        });
        Review.Warnings seen = review.warnings(Revisions.DEAN, odd.workflow(), 50, java.util.Locale.ENGLISH);
        assertThat(seen.findings())
                .filteredOn(RevisionFindings.Finding::acknowledged)
                .as("who decides sees the broken rule, that somebody insists on it, and why")
                .hasSizeGreaterThan(1)
                .anySatisfy(
                        finding -> assertThat(finding.text()).contains(Revisions.DEAN.fullName(), "Only this week"));
        assertThat(seen.open()).isZero();
        int copy = boards.copy(HEAD, schedule, odd.number());
        Revision copied = timetables.find(schedule, copy).orElseThrow();
        assertThat(copied.activities()).containsExactlyInAnyOrder(circuits(2), power(2));
        assertThat(boards.acknowledged(copied)).hasSize(1);

        boards.undo(HEAD, schedule, odd.number(), odd.version(), false);
        assertThat(boards.acknowledged(now(before))).isEmpty();
        boards.undo(HEAD, schedule, odd.number(), now(before).version(), true);
        assertThat(boards.acknowledged(now(before))).hasSize(1);
        boards.move(HEAD, schedule, odd.number(), now(before).version(), List.of(circuits(3)), null);
        assertThat(boards.acknowledged(now(before))).isEmpty();
    }

    @Test
    void whatIsTakenOffWaitsAndCanBePlacedAgain() {
        Revision before = draft(circuits(1), power(2));
        boards.park(HEAD, schedule, before.number(), before.version(), CIRCUITS);
        Revision parked = now(before);
        assertThat(parked.activities()).containsExactly(power(2));
        assertThat(parked.unplaced()).extracting(Revision.Unplaced::activity).containsExactly(CIRCUITS);
        assertThat(parked.status()).isEqualTo(RevisionStatus.PARTIAL);
        List<SlotChoices.Cell> cells = SlotChoices.of(
                boards.open(schedule, parked.number(), HEAD),
                CIRCUITS,
                new Wording(boards.open(schedule, parked.number(), HEAD), messages, java.util.Locale.ENGLISH),
                null);
        SlotChoices.Cell legal = cells.stream()
                .filter(cell -> cell.look() != SlotChoices.Look.ILLEGAL)
                .findFirst()
                .orElseThrow();
        assertThat(legal.place().staff()).extracting(Staff::role).containsExactly("lecturer");
        move(HEAD, parked, legal.place());
        assertThat(now(before).unplaced()).isEmpty();
    }

    @Test
    void whatIsPinnedStaysUntilItIsUnpinnedHere() {
        Revision revision = draft(circuits(1), power(2));
        String power = power(2).activity();
        assertThat(boards.pin(HEAD, schedule, revision.number(), Set.of(power), true))
                .isEqualTo(1);
        OpenDraft open = boards.open(schedule, revision.number(), HEAD);
        assertThat(open.pinned()).contains(power);
        assertThat(open.times(power))
                .allMatch(choice ->
                        choice.isLegal() == open.placed(choice.placement()).equals(power(2)));
        assertThatThrownBy(() -> move(HEAD, revision, power(3))).isInstanceOf(IllegalMoveException.class);
        // CIRCUITS is pinned to room S1 for the whole term; in this schedule it can be let go
        boards.pin(HEAD, schedule, revision.number(), Set.of(power, CIRCUITS), false);
        assertThat(boards.open(schedule, revision.number(), HEAD).pinned()).doesNotContain(power, CIRCUITS);
        move(HEAD, revision, power(3));
        schedules
                .othersOfTerm(schedule)
                .forEach(other -> assertThat(schedules.college(other).pins())
                        .noneMatch(pin -> pin.activity().equals(power)));
    }

    @Test
    void ofTwoPlannersAtOnceOneWins() throws Exception {
        Revision seen = draft(circuits(1));
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> planners = List.of(planner(seen, 2, barrier), planner(seen, 3, barrier));
            List<String> ends = new java.util.ArrayList<>();
            for (Future<String> end : pool.invokeAll(planners)) {
                ends.add(end.get());
            }
            assertThat(ends).containsExactlyInAnyOrder("moved", "stale");
            assertThat(boards.history(seen, 10)).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private Callable<String> planner(Revision seen, int slot, CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            try {
                move(HEAD, seen, circuits(slot));
                return "moved";
            } catch (StaleEditException e) {
                return "stale";
            }
        };
    }

    @Test
    void whatIsUnderReviewCannotBeEditedButCopied() throws Exception {
        Revision revision = draft(circuits(1), Revisions.power(DayOfWeek.TUESDAY, 2, Weeks.EVERY, "S1"));
        workflow.take(
                Revisions.PLANNER,
                revision.workflow(),
                Workflow.Request.of(WorkflowAction.SUBMIT_FOR_REVIEW, null, null));
        assertThatThrownBy(() -> move(HEAD, now(revision), circuits(2)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("pending_review");
        mvc.perform(people.by(
                        Role.STAFF,
                        get("/admin/schedules/" + schedule + "/board")
                                .param("revision", String.valueOf(revision.number()))))
                .andExpect(content().string(containsString(Revisions.PLANNER.email() + " submitted it for review on ")))
                .andExpect(content().string(not(containsString("data-editable"))));
        mvc.perform(people.by(Role.STAFF, get("/api/timetable-workflow/" + revision.workflow() + "/board/version")))
                .andExpect(jsonPath("$.version").value(now(revision).version()))
                .andExpect(jsonPath("$.status").value("pending_review"))
                .andExpect(jsonPath("$.open").value(false));
        int copy = boards.copy(HEAD, schedule, revision.number());
        move(HEAD, timetables.find(schedule, copy).orElseThrow(), circuits(2));
        assertThat(now(revision).activities()).contains(circuits(1));
    }

    @Test
    void strangersAndNonsenseAreRefused() {
        Revision revision = draft(circuits(1));
        assertThatThrownBy(() -> move(FOREIGN, revision, circuits(2)))
                .isInstanceOf(org.horarium.server.platform.NotFoundException.class);
        OpenDraft open = boards.open(schedule, revision.number(), HEAD);
        assertThatThrownBy(() -> open.place("nothing", DayOfWeek.MONDAY, 1, Weeks.EVERY, null, null))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> open.place(CIRCUITS, DayOfWeek.SUNDAY, 1, Weeks.EVERY, null, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("SUNDAY");
        assertThatThrownBy(() -> boards.undo(HEAD, schedule, revision.number(), revision.version(), false))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void programsCanAskAndMove() throws Exception {
        Revision revision = draft(circuits(1), power(2));
        String api = "/api/timetable-workflow/" + revision.workflow() + "/board";
        mvc.perform(people.by(Role.STAFF, get(api + "/choices").param("activity", CIRCUITS)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(revision.version()))
                .andExpect(jsonPath("$.cells.length()").value(12))
                .andExpect(jsonPath("$.cells[?(@.place.day == 1 && @.place.slot == 1)].look")
                        .value("here"))
                .andExpect(jsonPath("$.cells[?(@.place.day == 1 && @.place.slot == 2)].look")
                        .value("illegal"));
        mvc.perform(people.by(
                        Role.STAFF,
                        get(api + "/suggestions")
                                .param("activity", CIRCUITS)
                                .param("day", "1")
                                .param("slot", "2")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].steps.length()").value(2));
        String wish =
                "{\"places\":[{\"activity\":\"%s\",\"day\":1,\"slot\":3,\"duration\":1,\"weeks\":\"every\",\"room\":\"S1\",\"staff\":[]}]}"
                        .formatted(CIRCUITS);
        mvc.perform(people.by(
                        Role.STAFF,
                        post(api + "/moves")
                                .header("If-Match", "\"" + (revision.version() + 7) + "\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(wish)))
                .andExpect(status().isPreconditionFailed());
        mvc.perform(people.by(
                        Role.STAFF,
                        post(api + "/moves")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(wish)))
                .andExpect(status().isBadRequest());
        mvc.perform(people.by(
                        Role.STAFF,
                        post(api + "/moves")
                                .header("If-Match", "\"" + revision.version() + "\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(wish)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(revision.version() + 1));
        mvc.perform(people.by(
                        Role.STAFF,
                        post(api + "/moves")
                                .header("If-Match", "\"" + (revision.version() + 1) + "\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(wish.replace("\"slot\":3", "\"slot\":2"))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reasons").isNotEmpty());
        mvc.perform(people.by(Role.STUDENT, get(api + "/choices").param("activity", CIRCUITS)))
                .andExpect(status().isForbidden());
    }

    @Test
    void pagesShowTheBoardAndEverythingAboutAnActivity() throws Exception {
        Revision revision = draft(circuits(1), power(2));
        String page = "/admin/schedules/" + schedule + "/board";
        mvc.perform(people.by(Role.STAFF, get(page).param("find", "circuits")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-activity=\"" + CIRCUITS + "\"")))
                .andExpect(content().string(containsString("data-editable=\"true\"")));
        mvc.perform(people.by(
                        Role.STAFF,
                        get(page + "/activity")
                                .param("revision", String.valueOf(revision.number()))
                                .param("activity", CIRCUITS)
                                .param("day", "1")
                                .param("slot", "2")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"places\"")));
    }

    @Test
    void anEditLeavesThePageAsItWas() throws Exception {
        Revision revision = draft(circuits(1), power(2));
        String page = "/admin/schedules/" + schedule + "/board";
        mvc.perform(people.by(
                        Role.STAFF,
                        post(page + "/" + revision.number() + "/park")
                                .param("version", String.valueOf(revision.version()))
                                .param("activity", CIRCUITS)
                                .param("by", "person")
                                .param("of", "P5")
                                .param("by2", "room")
                                .param("weeks", "a")
                                .param("find", "power & light")))
                .andExpect(redirectedUrl(page + "?revision=" + revision.number()
                        + "&by=person&of=P5&by2=room&weeks=a&find=power%20%26%20light"));
    }

    @Test
    void twoPanesWeeksAndTasteAreShownAndKept() throws Exception {
        Revision revision = draft(circuits(1), Revisions.power(DayOfWeek.MONDAY, 2, Weeks.B, "S1"));
        String page = "/admin/schedules/" + schedule + "/board";
        mvc.perform(people.by(
                        Role.STAFF,
                        post(page + "/" + revision.number() + "/taste")
                                .param("density", "COMPACT")
                                .param("zoom", "80")))
                .andExpect(redirectedUrl(page + "?revision=" + revision.number()));
        mvc.perform(people.by(Role.STAFF, get(page).param("by2", "room").param("of2", "S1")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("zoom-80 density-compact board-two")))
                .andExpect(content().string(containsString("South 1")))
                .andExpect(content().string(containsString(power(2).activity())));
        mvc.perform(people.by(Role.STAFF, get(page).param("weeks", "a")))
                .andExpect(content().string(not(containsString(power(2).activity()))));
    }

    @Test
    void aDraftCanBeComparedWithAnyEarlierState() throws Exception {
        Revision revision = draft(circuits(1));
        move(HEAD, revision, circuits(2));
        move(HEAD, now(revision), circuits(3));
        List<BoardEdit> history = boards.history(revision, 10);
        assertThat(boards.before(now(revision), history.get(0).id())).containsExactly(circuits(2));
        assertThat(boards.before(now(revision), history.get(1).id())).containsExactly(circuits(1));
        String page = "/admin/schedules/" + schedule + "/board/compare";
        mvc.perform(people.by(
                        Role.STAFF,
                        get(page)
                                .param("revision", String.valueOf(revision.number()))
                                .param("edit", String.valueOf(history.get(1).id()))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 activities differ")));
        mvc.perform(people.by(
                        Role.STAFF,
                        get(page)
                                .param("revision", String.valueOf(revision.number()))
                                .param("with", String.valueOf(revision.number()))))
                .andExpect(content().string(containsString("0 activities differ")));
    }

    @Test
    void conflictsSayWhatTheyAreAboutAndWhereToSeeThem() {
        Revision revision = draft(circuits(2), Revisions.power(DayOfWeek.MONDAY, 1, Weeks.EVERY, "S1"));
        boards.move(
                Revisions.DEAN, schedule, revision.number(), revision.version(), List.of(circuits(1)), "For one week");
        OpenDraft open = boards.open(schedule, revision.number(), HEAD);
        List<Conflicts.Conflict> conflicts = new Conflicts(
                        open,
                        new Wording(open, messages, java.util.Locale.ENGLISH),
                        new Where(null, null, null, null, null, "x"))
                .of(boards.acknowledged(open.revision()));
        assertThat(conflicts).extracting(Conflicts.Conflict::kind).contains("person", "room", "group", "insisted");
        assertThat(conflicts).allMatch(Conflicts.Conflict::acknowledged);
        assertThat(conflicts)
                .filteredOn(conflict -> conflict.kind().equals("person"))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.show())
                        .startsWith("/admin/schedules/%s/board?revision=%d&by=person&of=P5&find=x#show="
                                .formatted(schedule, revision.number())));
    }
}
