package org.horarium.server.timetable.regeneration;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Score;
import org.horarium.engine.verify.Verifier;
import org.horarium.server.platform.BackgroundWork;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.horarium.server.timetable.board.Boards;
import org.horarium.server.timetable.board.OpenDraft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Searches, as a kind of work of the queue. The draft itself is not touched: moves are kept until somebody decides. */
@Component
class RegenerationWork implements BackgroundWork {
    static final String NAME = "regenerate-around-pins";

    private static final int MOST_ATTEMPTS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(RegenerationWork.class);

    private final RegenerationStore store;
    private final Timetables timetables;
    private final Boards boards;
    private final Map<UUID, StopSignal> running = new ConcurrentHashMap<>();
    private volatile boolean ending;

    RegenerationWork(RegenerationStore store, Timetables timetables, Boards boards) {
        this.store = store;
        this.timetables = timetables;
        this.boards = boards;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void abandonAll() {
        ending = true;
        running.values().forEach(StopSignal::request);
    }

    @Override
    public void run(UUID id) {
        Optional<Integer> attempt = store.begin(id);
        Optional<Regeneration> job = store.find(id);
        if (attempt.isEmpty() || job.isEmpty()) {
            LOG.info("The regeneration ({}) is over already.", id);
            return;
        }
        if (attempt.get() > MOST_ATTEMPTS) {
            store.fail(id, attempt.get(), "The server was interrupted %d times at this.".formatted(MOST_ATTEMPTS));
            return;
        }
        StopSignal stop = new StopSignal();
        running.put(id, stop);
        AtomicInteger percent = new AtomicInteger();
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "regeneration-pulse-" + id));
        clock.scheduleAtFixedRate(() -> pulse(id, attempt.get(), percent.get(), stop), 0, 1, TimeUnit.SECONDS);
        try {
            search(job.get(), attempt.get(), percent, stop);
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (ending) {
                throw e;
            }
            LOG.warn("The regeneration ({}) failed.", id, e);
            store.fail(id, attempt.get(), String.valueOf(e.getMessage()));
        } finally {
            clock.shutdownNow();
            running.remove(id);
        }
    }

    private void pulse(UUID id, int attempt, int percent, StopSignal stop) {
        try {
            if (store.progress(id, attempt, percent)) {
                stop.request();
            }
        } catch (RuntimeException e) {
            LOG.warn("The progress of the regeneration ({}) can't be written just now.", id, e);
        }
    }

    private void search(Regeneration job, int attempt, AtomicInteger percent, StopSignal stop) {
        Revision revision =
                timetables.find(job.revision()).orElseThrow(() -> new IllegalStateException("The draft is gone."));
        if (revision.version() != job.version()) {
            throw new IllegalStateException("Somebody changed the draft before the search began. Begin again.");
        }
        OpenDraft draft = boards.opened(revision);
        Set<String> free = new HashSet<>(job.activities());
        Problem problem = AroundPins.of(draft.rules(), draft.plan(), free, job.fewMoves());
        Solution solution = Solver.standard()
                .solve(
                        problem,
                        new SolverOptions(
                                        Duration.ofSeconds(job.seconds()),
                                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                                        1,
                                        Effort.WHOLE_LIMIT)
                                .startingFrom(draft.plan()),
                        event -> {
                            if (event instanceof SolverEvent.Progress progress) {
                                percent.set((int) Math.min(99, 100 * progress.progress()));
                            }
                        },
                        stop);
        if (ending) {
            throw new IllegalStateException("The process ends; the search will be begun again.");
        }
        Plan plan = merged(draft.plan(), solution.plan(), free);
        Score before = Verifier.verify(problem, draft.plan()).score();
        Score after = Verifier.verify(problem, plan).score();
        List<PlacedActivity> moves = after.compareTo(before) >= 0
                ? List.of()
                : plan.placements().stream()
                        .map(draft::placed)
                        .filter(place -> !place.equals(draft.places().get(place.activity())))
                        .toList();
        long cost = moves.isEmpty()
                ? draft.verdict().score().total()
                : Verifier.verify(draft.rules(), plan).score().total();
        store.ready(job.id(), attempt, draft.verdict().score().total(), cost, moves);
    }

    /** What may move from the solution, all else as it is. */
    private static Plan merged(Plan now, Plan solution, Set<String> free) {
        List<Placement> placements = new java.util.ArrayList<>();
        now.placements().stream().filter(p -> !free.contains(p.event())).forEach(placements::add);
        solution.placements().stream().filter(p -> free.contains(p.event())).forEach(placements::add);
        return new Plan(placements, now.enrolments());
    }
}
