package org.horarium.server.timetable.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.horarium.formats.college.College;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.approval.ApprovalSettings;
import org.horarium.server.approval.Review;
import org.horarium.server.approval.Workflow;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.Settings;
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
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionFindings;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.Timetables;
import org.horarium.server.timetable.board.Boards;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** Somebody is absent, a room is lost, a session is cancelled: what that affects, and how it is repaired for some days. */
@IntegrationTest
class DisruptionIT {
    private static final Actor HEAD = new Actor(3, "head@tiny.example", "Head", Role.STAFF, Set.of("EEE"), null, null);
    private static final Actor FOREIGN =
            new Actor(4, "foreign@tiny.example", "Foreign", Role.STAFF, Set.of("ART"), null, null);
    /** A Monday more than a week ahead, so that no holiday of the college is near. */
    private static final LocalDate MONDAY =
            LocalDate.now().plusDays(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));

    private static final LocalDate SUNDAY = MONDAY.plusDays(6);

    private static People people;

    @Autowired
    Disruptions disruptions;

    @Autowired
    Boards boards;

    @Autowired
    Timetables timetables;

    @Autowired
    Publications publications;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    Review review;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private ScheduleId schedule = new ScheduleId(UUID.randomUUID());
    private int baseNumber;
    private long baseId;

    /** Without P3's veto, so that P3 can stand in for P5. */
    @BeforeAll
    static void college(
            @Autowired Colleges colleges,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        College c = TinyCollege.college();
        colleges.insert(new College(
                c.name(),
                c.term(),
                c.departments(),
                c.buildings(),
                c.equipment(),
                c.rooms(),
                c.batches(),
                c.students(),
                c.personnel(),
                c.courses(),
                List.of(),
                List.of(),
                c.objective()));
        people = new People(accounts, mvc, json);
    }

    @BeforeEach
    void begin() {
        jdbc.sql("delete from publication").update();
        settings.set(ApprovalSettings.REPAIRS_AT_ONCE, true, "test");
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        schedule = revisions.schedule("EEE").id();
        Revision base = revisions.draft(
                schedule,
                List.of(
                        circuits("P5", DayOfWeek.MONDAY, 1, "S1"),
                        Revisions.power(DayOfWeek.TUESDAY, 2, Weeks.EVERY, "S1")));
        revisions.publish(base.workflow(), null);
        baseNumber = base.number();
        baseId = base.id();
    }

    private static PlacedActivity circuits(String person, DayOfWeek day, int slot, String room) {
        PlacedActivity a = Revisions.circuits(day, slot, room);
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
                List.of(new Staff("lecturer", person)));
    }

    private static Disruption absent(LocalDate first, LocalDate last) {
        return new Disruption(DisruptionKind.PERSON, "P5", first, last);
    }

    private Revision base() {
        return timetables.find(baseId).orElseThrow();
    }

    private Revision revision(int number) {
        return timetables.find(schedule, number).orElseThrow();
    }

    @Test
    void onlyWhatTakesPlaceOnTheLostDatesIsAffected() {
        Disruptions.Outlook look = disruptions.look(HEAD, schedule, absent(MONDAY, MONDAY));
        assertThat(look.draft().revision()).isEqualTo(base());
        assertThat(look.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.activity().template()).isEqualTo("CIRCUITS-lecture");
            assertThat(hit.dates()).containsExactly(MONDAY);
        });
        assertThat(disruptions
                        .look(HEAD, schedule, absent(MONDAY, MONDAY.plusDays(1)))
                        .hits())
                .hasSize(2);
        assertThat(disruptions
                        .look(HEAD, schedule, absent(MONDAY.plusDays(2), MONDAY.plusDays(2)))
                        .hits())
                .isEmpty();
    }

    @Test
    void whoStandsInIsShownWithDayAndLoad() {
        Disruptions.Outlook look = disruptions.look(HEAD, schedule, absent(MONDAY, MONDAY));
        assertThat(look.hits().get(0).standIns()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo("P3");
            assertThat(one.isLegal()).isTrue();
            assertThat(one.day()).isEmpty();
            assertThat(one.load()).isZero();
            assertThat(one.most()).isEqualTo(10);
        });
        Repair best = look.repairs().get(0);
        assertThat(best.way()).isEqualTo(Repair.Way.STAND_IN);
        assertThat(best.places()).containsExactly(circuits("P3", DayOfWeek.MONDAY, 1, "S1"));
        assertThat(best.students()).as("they only see somebody else").isZero();
        assertThat(best.people()).isEqualTo(1);
        Repair moved = look.repairs().stream()
                .filter(repair -> repair.way() == Repair.Way.MOVE)
                .findFirst()
                .orElseThrow();
        assertThat(moved.places()).allSatisfy(place -> {
            assertThat(place.day()).isNotEqualTo(DayOfWeek.MONDAY);
            assertThat(place.staff()).extracting(Staff::person).containsExactly("P5");
        });
        assertThat(moved.students()).isEqualTo(40);
    }

    @Test
    void aRepairIsADraftThatKnowsOfTheDisruption() {
        List<PlacedActivity> before = base().activities();
        PlacedActivity standIn = circuits("P3", DayOfWeek.MONDAY, 1, "S1");
        int number = disruptions.repair(
                HEAD, schedule, absent(MONDAY, MONDAY), baseNumber, List.of(standIn), Set.of(), "Kim is ill", false);
        Revision draft = revision(number);
        assertThat(draft.status()).isEqualTo(RevisionStatus.DRAFT);
        assertThat(draft.activities()).contains(standIn);
        assertThat(base().activities()).isEqualTo(before);
        assertThatThrownBy(() -> boards.move(
                        HEAD,
                        schedule,
                        number,
                        draft.version(),
                        List.of(circuits("P5", DayOfWeek.MONDAY, 2, "S1")),
                        null))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("unavailable");
        assertThat(review.warnings(HEAD, draft.workflow(), 50, Locale.ENGLISH).findings())
                .extracting(RevisionFindings.Finding::kind)
                .doesNotContain("availability", "rule");
        boards.undo(HEAD, schedule, number, draft.version(), false);
        assertThat(review.warnings(HEAD, draft.workflow(), 50, Locale.ENGLISH).findings())
                .as("who decides is told as well that the person is away")
                .extracting(RevisionFindings.Finding::kind)
                .contains("availability");
        assertThat(revision(number).status())
                .as("what was repaired is open again")
                .isEqualTo(RevisionStatus.PARTIAL);
    }

    @Test
    void whatRepairsOneDisruptionIsNotTheTimetableThatTheNextOneMeets() {
        jdbc.sql("delete from publication").update();
        int repair = disruptions.repair(
                HEAD,
                schedule,
                absent(MONDAY, MONDAY),
                baseNumber,
                List.of(circuits("P3", DayOfWeek.MONDAY, 1, "S1")),
                Set.of(),
                "Kim is ill",
                false);
        assertThat(timetables.newest(schedule).orElseThrow().number()).isEqualTo(repair);
        Disruptions.Outlook look = disruptions.look(HEAD, schedule, absent(MONDAY, MONDAY));
        assertThat(look.draft().revision().number()).isEqualTo(baseNumber);
        assertThat(look.hits()).hasSize(1);
    }

    @Test
    void publishedAtOnceItIsInForceForItsDaysOnly() {
        int number = disruptions.repair(
                Revisions.DEAN,
                schedule,
                absent(MONDAY, MONDAY),
                baseNumber,
                List.of(circuits("P3", DayOfWeek.MONDAY, 1, "S1")),
                Set.of(),
                "Kim is ill",
                true);
        assertThat(inForce(MONDAY.minusDays(1))).isEqualTo(baseNumber);
        assertThat(inForce(MONDAY)).isEqualTo(number);
        assertThat(inForce(SUNDAY)).isEqualTo(number);
        assertThat(inForce(SUNDAY.plusDays(1))).isEqualTo(baseNumber);
        assertThat(workflow.get(Revisions.DEAN, revision(number).workflow()).steps())
                .hasSize(3)
                .allSatisfy(step -> assertThat(step.reason()).isEqualTo("Kim is ill"));
    }

    private int inForce(LocalDate day) {
        return Publications.spans(publications.of(schedule)).stream()
                .filter(span -> span.contains(day))
                .findFirst()
                .orElseThrow()
                .publication()
                .number();
    }

    @Test
    void byApprovalItComesIntoForceOnTheSameDays() {
        int number = disruptions.repair(
                HEAD,
                schedule,
                absent(MONDAY, MONDAY),
                baseNumber,
                List.of(circuits("P3", DayOfWeek.MONDAY, 1, "S1")),
                Set.of(),
                "Kim is ill",
                false);
        UUID draft = revision(number).workflow();
        workflow.take(HEAD, draft, Workflow.Request.of(WorkflowAction.SUBMIT_FOR_REVIEW, null, null));
        workflow.take(Revisions.DEAN, draft, Workflow.Request.of(WorkflowAction.APPROVE, null, null));
        workflow.take(Revisions.DEAN, draft, Workflow.Request.of(WorkflowAction.PUBLISH, null, null));
        assertThat(inForce(MONDAY.minusDays(1))).isEqualTo(baseNumber);
        assertThat(inForce(MONDAY)).isEqualTo(number);
        assertThat(inForce(SUNDAY.plusDays(1))).isEqualTo(baseNumber);
    }

    @Test
    void whatIsCancelledCanBeLeftOutAndPublished() {
        Disruption cancelled =
                new Disruption(DisruptionKind.ACTIVITY, "POWER-lab/2024-EEE-A/1", MONDAY, MONDAY.plusDays(2));
        Disruptions.Outlook look = disruptions.look(HEAD, schedule, cancelled);
        assertThat(look.repairs()).extracting(Repair::way).contains(Repair.Way.LEAVE_OUT);
        int number = disruptions.repair(
                Revisions.DEAN,
                schedule,
                cancelled,
                baseNumber,
                List.of(),
                Set.of("POWER-lab/2024-EEE-A/1"),
                "The lab is flooded",
                true);
        assertThat(revision(number).activities()).hasSize(1);
        assertThat(revision(number).unplaced())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).isEqualTo("The lab is flooded"));
        assertThat(inForce(SUNDAY.plusDays(1))).isEqualTo(baseNumber);
    }

    @Test
    void aLostRoomIsReplacedByAnother() {
        Disruption lost = new Disruption(DisruptionKind.ROOM, "S1", MONDAY, MONDAY.plusDays(1));
        Disruptions.Outlook look = disruptions.look(HEAD, schedule, lost);
        assertThat(look.hits()).hasSize(2);
        Repair best = look.repairs().get(0);
        assertThat(best.open()).isEmpty();
        assertThat(best.places()).hasSize(2).noneMatch(place -> "S1".equals(place.room()) && lost(place));
        disruptions.repair(HEAD, schedule, lost, baseNumber, best.places(), Set.copyOf(best.leftOut()), "Water", false);
    }

    private static boolean lost(PlacedActivity place) {
        return place.day() != DayOfWeek.WEDNESDAY;
    }

    @Test
    void nonsenseAndStrangersAreRefused() {
        Disruption what = absent(MONDAY, MONDAY);
        List<PlacedActivity> places = List.of(circuits("P3", DayOfWeek.MONDAY, 1, "S1"));
        assertThatThrownBy(() -> disruptions.look(FOREIGN, schedule, what)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> disruptions.look(
                        HEAD, schedule, new Disruption(DisruptionKind.PERSON, "nobody", MONDAY, MONDAY)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> disruptions.repair(HEAD, schedule, what, baseNumber, places, Set.of(), " ", false))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        disruptions.repair(HEAD, schedule, what, baseNumber, List.of(), Set.of(), "Kim is ill", false))
                .isInstanceOf(InvalidInputException.class);
        int drafts = timetables.list(schedule).size();
        assertThatThrownBy(() ->
                        disruptions.repair(HEAD, schedule, what, baseNumber, places, Set.of(), "Kim is ill", true))
                .as("staff don't publish")
                .isInstanceOf(AccessDeniedException.class);
        settings.set(ApprovalSettings.REPAIRS_AT_ONCE, false, "test");
        assertThatThrownBy(() -> disruptions.repair(
                        Revisions.DEAN, schedule, what, baseNumber, places, Set.of(), "Kim is ill", true))
                .as("four eyes, and the setting is off")
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> disruptions.repair(
                        HEAD,
                        schedule,
                        what,
                        baseNumber,
                        List.of(circuits("P5", DayOfWeek.MONDAY, 2, "S1")),
                        Set.of(),
                        "Kim is ill",
                        false))
                .as("it does not repair anything")
                .isInstanceOf(ConflictException.class);
        assertThat(timetables.list(schedule)).as("nothing is half made").hasSize(drafts);
    }

    @Test
    void aTimetablePublishedMeanwhileIsNotOverwritten() {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        Revision newer =
                revisions.draft(schedule, List.of(circuits("P5", DayOfWeek.MONDAY, 3, "S1")), "POWER-lab/2024-EEE-A/1");
        jdbc.sql("update timetable_revision set hard = 0, status = 'draft' where id = ?")
                .param(newer.id())
                .update();
        revisions.publish(newer.workflow(), null);
        assertThatThrownBy(() -> disruptions.repair(
                        HEAD,
                        schedule,
                        absent(MONDAY, MONDAY),
                        baseNumber,
                        List.of(circuits("P3", DayOfWeek.MONDAY, 1, "S1")),
                        Set.of(),
                        "Kim is ill",
                        false))
                .isInstanceOf(StaleEditException.class);
    }

    @Test
    void thePageShowsItAndMakesTheDraft() throws Exception {
        String page = "/admin/schedules/" + schedule + "/disruption";
        mvc.perform(people.by(Role.ADMIN, get(page)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kim Lark")));
        mvc.perform(people.by(
                        Role.ADMIN,
                        get(page)
                                .param("kind", "PERSON")
                                .param("subject", "P5")
                                .param("first", MONDAY.toString())
                                .param("last", MONDAY.toString())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("0 of 10 slots")))
                .andExpect(content().string(containsString("Publish at once")));
        mvc.perform(people.by(
                        Role.ADMIN,
                        get(page)
                                .param("kind", "PERSON")
                                .param("subject", "P5")
                                .param("first", MONDAY.toString())
                                .param("last", MONDAY.minusDays(3).toString())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("is before the first")));
        mvc.perform(people.by(
                        Role.ADMIN,
                        post(page)
                                .param("kind", "PERSON")
                                .param("subject", "P5")
                                .param("first", MONDAY.toString())
                                .param("last", MONDAY.toString())
                                .param("base", String.valueOf(baseNumber))
                                .param("reason", "Kim is ill")
                                .param("choice-0", "out:CIRCUITS-lecture/2024-EEE/1")))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("/admin/schedules/*/board?revision=*"));
    }
}
