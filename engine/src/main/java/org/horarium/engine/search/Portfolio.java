package org.horarium.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Workers with different seeds, side by side. They work in rounds; between rounds the worse half goes on from the best
 * plan. With one worker everything depends on the seed and the amount of work alone.
 */
public final class Portfolio implements Crew {
    /** Steps of work in a second of the time limit: about two thirds of what one idle core of a common server does. */
    private static final double STEPS_PER_SECOND = 62e6;

    /** Seconds kept for compiling the problem and warming up. */
    private static final double START_UP_SECONDS = 3;

    /** Share of the work that repairing may take before a partial plan is accepted. */
    private static final double REPAIR_SHARE = 0.4;

    private final CompiledProblem compiled;
    private final Watcher watcher;
    private final Limits limits;
    private final Plan start;
    private final List<Board> boards = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final ExecutorService pool;
    private final long started = System.nanoTime();
    private Phase phase = Phase.CONSTRUCTING;
    private double progress;
    private long toldAt = started;
    private long improvedAt = started;
    private long toldHard = Long.MAX_VALUE;
    private long toldSoft = Long.MAX_VALUE;

    private Portfolio(CompiledProblem compiled, int threads, long seed, Limits limits, Plan start, Watcher watcher) {
        this.start = start;
        this.compiled = compiled;
        this.watcher = watcher;
        this.limits = limits;
        pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "horarium-search");
            thread.setDaemon(true);
            limits.watch(thread);
            return thread;
        });
        for (int i = 0; i < threads; i++) {
            Board board = new Board();
            boards.add(board);
            workers.add(new Worker(compiled, seed + 7919L * i, limits, board));
        }
    }

    /**
     * Searches.
     *
     * @param compiled the problem
     * @param threads number of workers
     * @param seed of all random decisions
     * @param limits when to end
     * @param start a plan to begin with; {@link Plan#EMPTY} for none
     * @param strategy what is done once there is a first plan
     * @param watcher is told how it goes
     */
    public static Outcome run(
            CompiledProblem compiled,
            int threads,
            long seed,
            Limits limits,
            Plan start,
            Strategy strategy,
            Watcher watcher) {
        return new Portfolio(compiled, threads, seed, limits, start, watcher).run(strategy);
    }

    /** Searches by annealing alone. */
    public static Outcome run(
            CompiledProblem compiled, int threads, long seed, Limits limits, Plan start, Watcher watcher) {
        return run(compiled, threads, seed, limits, start, new Schedule(1), watcher);
    }

    /**
     * The work that fits well into a time limit, on a machine that has other things to do as well. It depends on the limit
     * alone.
     *
     * @param seconds the time limit
     */
    public static long workFor(double seconds) {
        return (long) (STEPS_PER_SECOND * Math.max(seconds / 8, seconds - START_UP_SECONDS));
    }

    private Outcome run(Strategy strategy) {
        watcher.phase(phase);
        try {
            round((worker, best) -> worker.prepare(REPAIR_SHARE, start));
            strategy.run(this);
        } finally {
            pool.shutdownNow();
        }
        return outcome();
    }

    @Override
    public CompiledProblem compiled() {
        return compiled;
    }

    @Override
    public int size() {
        return workers.size();
    }

    @Override
    public boolean hasStartPlan() {
        return !start.equals(Plan.EMPTY);
    }

    @Override
    public boolean annealsOnSlots() {
        return workers.stream().allMatch(Worker::annealsOnSlots);
    }

    @Override
    public double spent() {
        return workers.stream().mapToDouble(Worker::spent).min().orElse(1);
    }

    @Override
    public boolean isDone() {
        return limits.isCutOff() || spent() >= 1 || best().hard == 0 && best().soft == 0;
    }

    @Override
    public void stageStarted(String stage) {
        watcher.stageStarted(stage);
    }

    @Override
    public void stageFinished(String stage, @Nullable Long bound, double share, String note) {
        watcher.stageFinished(stage, new Incumbent(compiled, best()), bound, share, note);
    }

    @Override
    public void round(Task task) {
        Assignment best = new Assignment(compiled);
        best.copyFrom(best());
        List<Future<?>> futures = new ArrayList<>();
        List<Worker> ranked = new ArrayList<>(workers);
        ranked.sort((a, b) -> compare(a.best(), b.best()));
        for (int i = 0; i < ranked.size(); i++) {
            Worker worker = ranked.get(i);
            Assignment start = i < (ranked.size() + 1) / 2 ? worker.best() : best;
            Callable<Void> call = () -> {
                task.run(worker, start);
                return null;
            };
            futures.add(pool.submit(call));
        }
        futures.forEach(this::await);
        tell(true);
    }

    private void await(Future<?> future) {
        while (true) {
            try {
                future.get(100, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                tell(false);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("A search thread failed.", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The search was interrupted.", interrupted);
            }
        }
    }

    private static int compare(Assignment a, Assignment b) {
        return a.hard != b.hard ? Long.compare(a.hard, b.hard) : Long.compare(a.soft, b.soft);
    }

    @Override
    public Assignment best() {
        Assignment best = workers.get(0).best();
        for (Worker worker : workers) {
            if (best.isWorseThan(worker.best().hard, worker.best().soft)) {
                best = worker.best();
            }
        }
        return best;
    }

    /** Tells the watcher what is due. Between rounds the workers rest and their best plans can be read directly. */
    private void tell(boolean betweenRounds) {
        Phase furthest = Phase.CONSTRUCTING;
        for (Board board : boards) {
            furthest = board.phase().compareTo(furthest) > 0 ? board.phase() : furthest;
        }
        while (phase.compareTo(furthest) < 0) {
            phase = furthest;
            watcher.phase(phase);
        }
        long now = System.nanoTime();
        Assignment known = betweenRounds ? best() : copy();
        if (known == null) {
            boards.forEach(Board::ask);
            return;
        }
        if (now - toldAt >= 480_000_000L || betweenRounds) {
            toldAt = now;
            long moves = 0;
            double spent = 1;
            for (Board board : boards) {
                moves += board.moves();
                spent = Math.min(spent, board.spent());
            }
            progress = Math.max(progress, Math.max(spent, limits.spentTime()));
            watcher.progress(new Incumbent(compiled, known), moves, progress);
            boards.forEach(Board::ask);
        }
        if (now - improvedAt >= 950_000_000L && phase == Phase.IMPROVING) {
            improved(known);
            improvedAt = now;
        }
    }

    private void improved(Assignment known) {
        if (known.hard < toldHard || (known.hard == toldHard && known.soft < toldSoft)) {
            toldHard = known.hard;
            toldSoft = known.soft;
            watcher.improved(new Incumbent(compiled, known));
        }
    }

    private @Nullable Assignment copy() {
        Assignment best = null;
        for (Board board : boards) {
            Assignment copy = board.copy();
            if (copy != null && (best == null || compare(copy, best) < 0)) {
                best = copy;
            }
        }
        return best;
    }

    private Outcome outcome() {
        Assignment best = best();
        improved(best);
        Long feasibleAt = null;
        long moves = 0;
        for (Board board : boards) {
            moves += board.moves();
            if (board.isFeasible() && (feasibleAt == null || board.feasibleAt() < feasibleAt)) {
                feasibleAt = board.feasibleAt();
            }
        }
        Worker any = workers.get(0);
        best.restore(any.state());
        return new Outcome(
                new PlanMaker(compiled).plan(best),
                new Reasons(any.state()).unplaced(),
                compiled.impossible() > 0 ? null : feasibleAt,
                moves,
                workers.stream().mapToLong(worker -> worker.state().work()).sum());
    }
}
