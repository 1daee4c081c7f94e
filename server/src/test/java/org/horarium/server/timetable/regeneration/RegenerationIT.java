package org.horarium.server.timetable.regeneration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.approval.Workflow;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.horarium.server.timetable.board.Boards;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a draft placed anew around the rest. The work is done in the test's thread, so that nothing depends on time. */
@IntegrationTest
class RegenerationIT {
    private static People people;

    @Autowired
    Regenerations regenerations;

    @Autowired
    RegenerationStore store;

    @Autowired
    RegenerationWork work;

    @Autowired
    Boards boards;

    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private ScheduleId schedule = new ScheduleId(UUID.randomUUID());
    private long draft;

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

    /** A plan that a short search has found: legal, and seldom the best. */
    @BeforeEach
    void begin() {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        schedule = revisions.schedule("CSE").id();
        jdbc.sql("delete from pin where schedule_id is not null").update();
        CollegeProblem problem = CollegeProblem.of(schedules.college(schedule));
        Solution solution =
                Solver.standard().solve(problem.problem(), SolverOptions.ofSeconds(1), event -> {}, new StopSignal());
        draft = timetables.save(NewRevision.of(
                schedule,
                null,
                problem.college(),
                problem.activities(),
                problem.timetables().timetable(solution)));
    }

    private Revision now() {
        return timetables.find(draft).orElseThrow();
    }

    private Set<String> all() {
        return now().activities().stream().map(PlacedActivity::activity).collect(Collectors.toSet());
    }

    private UUID start(Set<String> activities) {
        return regenerations.start(
                Revisions.DEAN,
                schedule,
                now().number(),
                now().version(),
                new Regenerations.Wish(activities, "Chosen", false, 2));
    }

    /** A job that the queue knows nothing of, so that only the test works at it. */
    private UUID waiting(Set<String> activities) {
        UUID id = UUID.randomUUID();
        store.insert(
                new Regeneration(
                        id,
                        draft,
                        now().version(),
                        List.copyOf(activities),
                        "Chosen",
                        false,
                        2,
                        RegenerationStatus.QUEUED,
                        0,
                        null,
                        null,
                        List.of(),
                        null),
                Revisions.DEAN);
        return id;
    }

    /** A job that is over, with these moves: what the search itself finds is not the same on every machine. */
    private UUID ready(List<PlacedActivity> moves) {
        UUID id = waiting(all());
        int attempt = store.begin(id).orElseThrow();
        store.ready(id, attempt, 10, 5, moves);
        return id;
    }

    /** A legal move of one activity to another time. */
    private PlacedActivity other() {
        var open = boards.open(schedule, now().number(), Revisions.DEAN);
        return now().activities().stream()
                .flatMap(a -> open.times(a.activity()).stream())
                .filter(choice -> choice.isLegal())
                .map(choice -> open.placed(choice.placement()))
                .filter(place -> !now().activities().contains(place))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyWhatMayMoveMovesAndTheDraftItselfIsNotTouched() {
        Revision before = now();
        Set<String> some = all().stream().sorted().limit(3).collect(Collectors.toSet());
        UUID id = waiting(some);
        work.run(id);
        Regeneration job = store.find(id).orElseThrow();
        assertThat(job.status()).isEqualTo(RegenerationStatus.READY);
        assertThat(job.moves()).allSatisfy(move -> assertThat(some).contains(move.activity()));
        assertThat(job.costBefore()).isEqualTo(before.total());
        assertThat(now()).isEqualTo(before);
        work.run(id);
        assertThat(store.find(id).orElseThrow())
                .as("it is over, and not begun again")
                .isEqualTo(job);
    }

    @Test
    void acceptedItIsOneEditThatUndoTakesBack() {
        Revision before = now();
        PlacedActivity move = other();
        UUID id = ready(List.of(move));
        regenerations.accept(Revisions.DEAN, schedule, id);
        assertThat(now().activities()).contains(move);
        assertThat(store.find(id).orElseThrow().status()).isEqualTo(RegenerationStatus.ACCEPTED);
        assertThatThrownBy(() -> regenerations.accept(Revisions.DEAN, schedule, id))
                .isInstanceOf(ConflictException.class);
        boards.undo(Revisions.DEAN, schedule, now().number(), now().version(), false);
        assertThat(now().activities()).containsExactlyInAnyOrderElementsOf(before.activities());
    }

    @Test
    void refusedItIsGone() {
        Revision before = now();
        UUID id = ready(List.of(other()));
        regenerations.refuse(Revisions.DEAN, schedule, id);
        assertThat(now()).isEqualTo(before);
        assertThat(store.find(id).orElseThrow().status()).isEqualTo(RegenerationStatus.REFUSED);
        assertThatThrownBy(() -> regenerations.accept(Revisions.DEAN, schedule, id))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void aDraftThatWasChangedMeanwhileTakesNothing() {
        PlacedActivity move = other();
        UUID id = ready(List.of(move));
        boards.park(
                Revisions.DEAN,
                schedule,
                now().number(),
                now().version(),
                now().activities().get(0).activity());
        assertThatThrownBy(() -> regenerations.accept(Revisions.DEAN, schedule, id))
                .isInstanceOf(StaleEditException.class);
        assertThat(store.find(id).orElseThrow().status()).isEqualTo(RegenerationStatus.READY);
        UUID late = waiting(all());
        boards.undo(Revisions.DEAN, schedule, now().number(), now().version(), false);
        work.run(late);
        assertThat(store.find(late).orElseThrow().status()).isEqualTo(RegenerationStatus.FAILED);
    }

    @Test
    void oneAtATimeAndNothingSenseless() {
        waiting(all());
        assertThatThrownBy(() -> start(all())).isInstanceOf(ConflictException.class);
        begin();
        assertThatThrownBy(() -> start(Set.of("nothing"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> regenerations.start(
                        Revisions.DEAN,
                        schedule,
                        now().number(),
                        now().version(),
                        new Regenerations.Wish(all(), "All", true, 0)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> regenerations.start(
                        Revisions.DEAN,
                        schedule,
                        now().number(),
                        now().version() + 1,
                        new Regenerations.Wish(all(), "All", true, 5)))
                .isInstanceOf(StaleEditException.class);
        assertThatThrownBy(() -> regenerations.get(Revisions.DEAN, schedule, UUID.randomUUID()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsPinnedStays() {
        boards.pin(Revisions.DEAN, schedule, now().number(), all(), true);
        assertThatThrownBy(() -> start(all().stream()
                        .filter(id -> now().activities().stream()
                                .anyMatch(a -> a.activity().equals(id) && a.room() != null))
                        .collect(Collectors.toSet())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pinned");
    }

    @Test
    void pagesLeadFromTheRowsToTheMoves() throws Exception {
        String board = "/admin/schedules/" + schedule + "/board";
        mvc.perform(people.by(Role.ADMIN, get(board + "/rows")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"activity\"")));
        mvc.perform(people.by(
                        Role.ADMIN,
                        post(board + "/" + now().number() + "/regeneration")
                                .param("version", String.valueOf(now().version()))
                                .param("scope", "DAY")
                                .param("day", "1")
                                .param("seconds", "1")
                                .param("find", "database")))
                .andExpect(redirectedUrlPattern(board + "/regeneration/*?find=database"));
        UUID begun = jdbc.sql("select id from regeneration where revision_id = ?")
                .param(draft)
                .query(UUID.class)
                .single();
        mvc.perform(people.by(Role.ADMIN, get(board + "/regeneration/" + begun)))
                .andExpect(status().isOk());
        while (store.find(begun).orElseThrow().status().open()) {
            Thread.sleep(50);
        }
        assertThat(store.find(begun).orElseThrow().status()).isEqualTo(RegenerationStatus.READY);
        UUID id = ready(List.of(other()));
        mvc.perform(people.by(Role.ADMIN, get(board + "/regeneration/" + id)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Moved 1 of " + all().size())));
        mvc.perform(people.by(
                        Role.ADMIN,
                        post(board + "/regeneration/" + id + "/accept").param("find", "database")))
                .andExpect(redirectedUrlPattern(board + "?revision=" + now().number() + "&find=database"));
        mvc.perform(people.by(Role.STUDENT, get(board + "/regeneration/" + id))).andExpect(status().isForbidden());
    }
}
