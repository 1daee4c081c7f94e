package org.horarium.server.generation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.horarium.engine.model.Plan;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.verify.Score;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationRequest;
import org.horarium.server.generation.JobPhase;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.MissingVariant;
import org.horarium.server.generation.Progress;
import org.horarium.server.generation.Wish;
import org.horarium.server.generation.store.CheckpointStore;
import org.horarium.server.generation.store.FencedException;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.LiveProgress;
import org.horarium.server.generation.store.VariantStore;
import org.horarium.server.schedule.AllocationOutcome;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.ScheduleStatus;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts at jobs, with the search in the test's hand and everything else real. No queue: the tests are the workers. */
@IntegrationTest
@Timeout(60)
class GenerationRunIT {
    private static final String ASKED_BY = "hod@tiny.example";
    private static final ScheduleScope EEE = new ScheduleScope("EEE", "2024-EEE", 3, "2024-25");

    @Autowired
    JobStore jobs;

    @Autowired
    CheckpointStore checkpoints;

    @Autowired
    LiveProgress live;

    @Autowired
    PublishedPlans published;

    @Autowired
    VariantStore variants;

    @Autowired
    Schedules schedules;

    @Autowired
    Timetables timetables;

    @Autowired
    Outcomes outcomes;

    @Autowired
    RunningJobs running;

    @Autowired
    Colleges colleges;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private @Nullable Schedule current;

    @BeforeEach
    void college() {
        if (colleges.isEmpty()) {
            colleges.insert(TinyCollege.college());
            accounts.create(NewAccount.of(ASKED_BY, "Head", Role.STAFF, "a long password"));
        }
        jdbc.sql("delete from timetable_revision").update();
        jdbc.sql("delete from generation_job").update();
        jdbc.sql("delete from schedule").update();
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from mail").update();
        current = schedules.findOrCreate(EEE);
    }

    private ScheduleId schedule() {
        return Objects.requireNonNull(current).id();
    }

    private UUID queue(Variant... wanted) {
        UUID id = UUID.randomUUID();
        schedules.beginAllocation(schedule(), id);
        jobs.insert(
                id,
                schedule(),
                "EEE",
                new GenerationRequest(EEE, Duration.ofSeconds(30), 1, List.of(wanted)),
                null,
                ASKED_BY,
                null);
        return id;
    }

    private GenerationRun worker(VariantSearch search) {
        return new GenerationRun(
                jobs,
                checkpoints,
                live,
                schedules,
                published,
                variants,
                search,
                outcomes,
                running,
                new WorkerSettings("test", 1));
    }

    private CompletableFuture<Void> begin(GenerationRun worker, UUID job) {
        return CompletableFuture.runAsync(() -> worker.run(job));
    }

    private GenerationJob job(UUID id) {
        return jobs.find(id).orElseThrow();
    }

    private ScheduleStatus scheduleStatus() {
        return schedules.get(schedule()).status();
    }

    @Test
    void aJobBecomesAVerifiedTimetable() {
        UUID id = queue();
        GreedySearch solver = new GreedySearch(1000);
        solver.letGo();

        worker(solver).run(id);

        GenerationJob job = job(id);
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.progress().percent()).isEqualTo(100);
        assertThat(job.progress().bestHard()).isZero();
        assertThat(scheduleStatus()).isEqualTo(ScheduleStatus.COMPLETED);
        Revision revision = timetables.ofJob(id).orElseThrow();
        assertThat(revision.status()).isEqualTo(RevisionStatus.DRAFT);
        assertThat(revision.hard()).isZero();
        assertThat(revision.activities()).hasSize(2);
        assertThat(revision.unplaced()).isEmpty();
        assertThat(checkpoints.best(id)).isEmpty();
        assertThat(told(id))
                .containsExactly("Ready: " + schedules.get(schedule()).name());
    }

    /** The subjects in the inbox of who asked, about a job. */
    private List<String> told(UUID job) {
        return jdbc.sql("""
                        select subject from notice join account on account.id = account_id
                        where email = ? and topic = 'generation' and path = ?
                        """)
                .params(ASKED_BY, "/admin/generation-jobs/" + job)
                .query(String.class)
                .list();
    }

    @Test
    void progressIsSeenWhileItRuns() throws Exception {
        UUID id = queue();
        GreedySearch solver = new GreedySearch(1000);
        CompletableFuture<Void> run = begin(worker(solver), id);
        solver.awaitSearch();

        Progress seen = awaitLive(id);

        assertThat(seen.phase()).isEqualTo(JobPhase.IMPROVING);
        assertThat(seen.percent()).isEqualTo(50);
        assertThat(seen.moves()).isEqualTo(42);
        assertThat(seen.bestHard()).isZero();
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        solver.letGo();
        run.get(30, TimeUnit.SECONDS);
    }

    private Progress awaitLive(UUID id) throws InterruptedException {
        while (true) {
            Progress progress = live.read(id).map(LiveProgress.Live::progress).orElse(Progress.NONE);
            if (progress.percent() > 0) {
                return progress;
            }
            Thread.sleep(50);
        }
    }

    @Test
    void stopKeepsTheBest() throws Exception {
        UUID id = queue();
        GreedySearch solver = new GreedySearch(1000);
        CompletableFuture<Void> run = begin(worker(solver), id);
        solver.awaitSearch();

        jobs.wish(id, Wish.STOP);
        run.get(30, TimeUnit.SECONDS);

        assertThat(job(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(timetables.ofJob(id)).isPresent();
    }

    @Test
    void aWishOverRedisNeedsNoDatabase() throws Exception {
        UUID id = queue();
        GreedySearch solver = new GreedySearch(1000);
        CompletableFuture<Void> run = begin(worker(solver), id);
        solver.awaitSearch();

        live.tell(id, Wish.STOP);
        run.get(30, TimeUnit.SECONDS);

        assertThat(job(id).wish()).isEqualTo(Wish.NONE);
        assertThat(job(id).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void cancelKeepsNothing() throws Exception {
        UUID id = queue();
        GreedySearch solver = new GreedySearch(1000);
        CompletableFuture<Void> run = begin(worker(solver), id);
        solver.awaitSearch();

        jobs.wish(id, Wish.CANCEL);
        run.get(30, TimeUnit.SECONDS);

        assertThat(job(id).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(timetables.ofJob(id)).isEmpty();
        assertThat(scheduleStatus()).isNotEqualTo(ScheduleStatus.ALLOCATING);
        assertThat(told(id)).as("whoever cancels is told on the page").isEmpty();
    }

    @Test
    void whatFoundNoPlaceFailsTheJobAndTheRestIsKept() {
        UUID id = queue();
        GreedySearch solver = new GreedySearch(1);
        solver.letGo();

        worker(solver).run(id);

        GenerationJob job = job(id);
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).startsWith("1 of 2 activities found no place.");
        Revision revision = timetables.ofJob(id).orElseThrow();
        assertThat(revision.status()).isEqualTo(RevisionStatus.PARTIAL);
        assertThat(revision.activities()).hasSize(1);
        assertThat(revision.unplaced())
                .hasSize(1)
                .allSatisfy(u -> assertThat(u.reason()).isEqualTo("No place was left for " + u.activity() + "."));
        assertThat(scheduleStatus()).isNotEqualTo(ScheduleStatus.ALLOCATING);
        assertThat(told(id)).hasSize(1).allMatch(subject -> subject.startsWith("Not made: "));
        assertThat(jdbc.sql("select lines[1] from notice").query(String.class).single())
                .startsWith("1 of 2 activities found no place.");
        assertThat(jdbc.sql("select count(*) from mail").query(Long.class).single())
                .as("by mail only for those who chose it")
                .isZero();
    }

    @Test
    void faultyDataFailTheJobWithEveryFault() {
        jdbc.sql("update room set capacity = 1").update();
        try {
            UUID id = queue();
            worker(new GreedySearch(1000)).run(id);

            GenerationJob job = job(id);
            assertThat(job.status()).isEqualTo(JobStatus.FAILED);
            assertThat(job.error()).contains("CIRCUITS-lecture").contains("POWER-lab");
            assertThat(timetables.ofJob(id)).isEmpty();
            assertThat(scheduleStatus()).isNotEqualTo(ScheduleStatus.ALLOCATING);
        } finally {
            jdbc.sql("update room set capacity = 200").update();
        }
    }

    @Test
    void anOlderAttemptCanNotWriteAnyMore() throws Exception {
        UUID id = queue();
        GreedySearch asleep = new GreedySearch(1);
        CompletableFuture<Void> first = begin(worker(asleep), id);
        asleep.awaitSearch();

        // The queue takes the first worker for dead and hands out the job again.
        GreedySearch awake = new GreedySearch(1000);
        CompletableFuture<Void> second = begin(worker(awake), id);
        awake.awaitSearch();
        assertThat(job(id).attempt()).isEqualTo(2);
        asleep.letGo();
        first.get(30, TimeUnit.SECONDS);

        assertThat(job(id).status())
                .as("the older attempt has not ended the job")
                .isEqualTo(JobStatus.RUNNING);
        assertThat(timetables.ofJob(id)).isEmpty();
        assertThatThrownBy(() -> jobs.heartbeat(id, 1, Progress.NONE)).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> checkpoints.save(id, 1, Plan.EMPTY, new Score(0, Map.of()), 1))
                .isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> jobs.finish(id, 1, JobStatus.CANCELLED, null, List.of()))
                .isInstanceOf(FencedException.class);

        awake.letGo();
        second.get(30, TimeUnit.SECONDS);
        assertThat(job(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(timetables.ofJob(id).orElseThrow().activities()).hasSize(2);
    }

    @Test
    void theNextAttemptKeepsTheBetterPlanOfTheLastOne() throws Exception {
        UUID id = queue();
        GreedySearch good = new GreedySearch(1000);
        CompletableFuture<Void> interrupted = begin(worker(good), id);
        good.awaitSearch();
        running.abandonAll();
        assertThatThrownBy(() -> interrupted.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Control.AbandonedException.class);
        assertThat(job(id).status()).as("still open").isEqualTo(JobStatus.RUNNING);
        assertThat(checkpoints.best(id)).isPresent();

        GreedySearch poor = new GreedySearch(1);
        poor.letGo();
        worker(poor).run(id);

        assertThat(job(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job(id).attempt()).isEqualTo(2);
        assertThat(timetables.ofJob(id).orElseThrow().activities()).hasSize(2);
    }

    @Test
    void aJobThatEndedIsNotBegunAgain() {
        UUID id = queue();
        GreedySearch solver = new GreedySearch(1000);
        solver.letGo();
        worker(solver).run(id);

        worker(solver).run(id);

        assertThat(job(id).attempt()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from timetable_revision where generation_job_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aJobThatKillsItsWorkersIsGivenUp() {
        UUID id = queue();
        for (int i = 0; i < GenerationRun.MAX_ATTEMPTS; i++) {
            jobs.beginAttempt(id, "killed");
        }

        worker(new GreedySearch(1000)).run(id);

        assertThat(job(id).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(id).error()).startsWith("The worker was interrupted 5 times");
        assertThat(scheduleStatus()).isNotEqualTo(ScheduleStatus.ALLOCATING);
    }

    @Test
    void aBugIsRetriedAndThenTold() {
        UUID id = queue();
        VariantSearch broken = (problem, options, listener, stop) -> {
            throw new IllegalStateException("something broke");
        };
        for (int i = 1; i < GenerationRun.MAX_ATTEMPTS; i++) {
            assertThatThrownBy(() -> worker(broken).run(id)).hasMessage("something broke");
        }

        worker(broken).run(id);

        assertThat(job(id).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(id).error()).contains("something broke");
    }

    @Test
    void whoeverCancelsWhileTheResultIsSavedWins() {
        UUID id = queue();
        jobs.wish(id, Wish.CANCEL);
        GreedySearch solver = new GreedySearch(1000);

        worker(solver).run(id);

        assertThat(job(id).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(schedules.endAllocation(schedule(), id, AllocationOutcome.COMPLETED))
                .isFalse();
    }

    @Test
    void eachVariantIsSavedAsSoonAsItIsReady() throws Exception {
        UUID id = queue(Variant.PERSONNEL, Variant.ROOM_EFFICIENT);
        GreedySearch search = new GreedySearch(1000);
        CompletableFuture<Void> run = begin(worker(search), id);
        search.letGo(1);
        while (variants.list(id).isEmpty()) {
            Thread.sleep(50);
        }
        awaitProgress(id, progress -> progress.variant() == Variant.PERSONNEL);

        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job(id).progress().firstFeasibleMs()).isNotNull();
        assertThat(timetables.ofJob(id)).as("no draft yet").isEmpty();
        search.letGo();
        run.get(30, TimeUnit.SECONDS);

        assertThat(variants.list(id))
                .extracting(JobVariant::variant)
                .containsExactly(Variant.BALANCED, Variant.PERSONNEL, Variant.ROOM_EFFICIENT);
        assertThat(variants.list(id))
                .allSatisfy(v -> assertThat(v.figures().events()).isEqualTo(2));
        assertThat(variants.contents(id).values())
                .allSatisfy(content -> assertThat(content.activities()).hasSize(2));
        assertThat(job(id).missing()).isEmpty();
        assertThat(job(id).progress().made())
                .containsExactly(Variant.BALANCED, Variant.PERSONNEL, Variant.ROOM_EFFICIENT);
        assertThat(variants.choices(id)).singleElement().satisfies(choice -> {
            assertThat(choice.variant()).isEqualTo(Variant.BALANCED);
            assertThat(choice.by()).as("nobody has chosen yet").isNull();
        });
    }

    private void awaitProgress(UUID id, Predicate<Progress> wanted) throws InterruptedException {
        while (!wanted.test(job(id).progress())) {
            Thread.sleep(50);
        }
    }

    @Test
    void theNextAttemptKeepsWhatIsReadyAndMakesTheRest() throws Exception {
        UUID id = queue(Variant.PERSONNEL, Variant.STUDENT_COMPACT);
        GreedySearch interrupted = new GreedySearch(1000);
        CompletableFuture<Void> first = begin(worker(interrupted), id);
        interrupted.letGo(2);
        awaitProgress(id, progress -> progress.made().size() == 2);
        while (variants.list(id).size() < 2) {
            Thread.sleep(50);
        }
        UUID personnel = variants.find(id, Variant.PERSONNEL).orElseThrow().id();

        // The first worker counts as dead; what it does from now on is refused.
        GreedySearch next = new GreedySearch(1000);
        CompletableFuture<Void> second = begin(worker(next), id);
        next.awaitSearch();
        interrupted.letGo();
        first.get(30, TimeUnit.SECONDS);
        assertThat(variants.find(id, Variant.STUDENT_COMPACT)).isEmpty();
        awaitProgress(id, progress -> progress.made().size() == 2 && progress.variant() == Variant.STUDENT_COMPACT);
        next.letGo();
        second.get(30, TimeUnit.SECONDS);

        assertThat(job(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(variants.list(id)).hasSize(3);
        assertThat(variants.find(id, Variant.PERSONNEL).orElseThrow().id()).isEqualTo(personnel);
        assertThat(job(id).progress().bestHard()).isZero();
    }

    @Test
    void whatIsStoppedIsToldAndTheRestIsKept() throws Exception {
        UUID id = queue(Variant.PERSONNEL, Variant.LEAST_CHANGE);
        GreedySearch search = new GreedySearch(1000);
        CompletableFuture<Void> run = begin(worker(search), id);
        search.letGo(1);
        awaitProgress(id, progress -> progress.variant() == Variant.PERSONNEL);

        jobs.wish(id, Wish.STOP);
        run.get(30, TimeUnit.SECONDS);

        assertThat(job(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(variants.list(id)).extracting(JobVariant::variant).containsExactly(Variant.BALANCED);
        assertThat(job(id).missing())
                .containsExactly(
                        new MissingVariant(Variant.PERSONNEL, "The test has stopped it."),
                        new MissingVariant(Variant.LEAST_CHANGE, "The test has stopped it."));
    }

    @Test
    void cancelKeepsNoVariantEither() throws Exception {
        UUID id = queue(Variant.PERSONNEL);
        GreedySearch search = new GreedySearch(1000);
        CompletableFuture<Void> run = begin(worker(search), id);
        search.letGo(1);
        while (variants.list(id).isEmpty()) {
            Thread.sleep(50);
        }

        jobs.wish(id, Wish.CANCEL);
        run.get(30, TimeUnit.SECONDS);

        assertThat(job(id).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(variants.list(id)).isEmpty();
    }

    @Test
    void aJobThatIsGivenUpKeepsWhatItHasMade() throws Exception {
        UUID id = queue(Variant.PERSONNEL);
        GreedySearch search = new GreedySearch(1000);
        CompletableFuture<Void> run = begin(worker(search), id);
        search.letGo(1);
        while (variants.list(id).isEmpty()) {
            Thread.sleep(50);
        }
        for (int i = 1; i < GenerationRun.MAX_ATTEMPTS; i++) {
            jobs.beginAttempt(id, "killed");
        }
        run.get(30, TimeUnit.SECONDS);

        worker(search).run(id);

        assertThat(job(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(timetables.ofJob(id)).isPresent();
        assertThat(job(id).missing()).singleElement().satisfies(missing -> {
            assertThat(missing.variant()).isEqualTo(Variant.PERSONNEL);
            assertThat(missing.reason()).startsWith("The worker was interrupted 5 times");
        });
    }
}
