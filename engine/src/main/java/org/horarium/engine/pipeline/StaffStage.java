package org.horarium.engine.pipeline;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.exact.ExactOptions;
import org.horarium.engine.lns.BestStaff;
import org.horarium.engine.lns.FixAndOptimise;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.pipeline.StagedStrategy.Result;
import org.horarium.engine.search.Assignment;
import org.horarium.engine.search.Crew;
import org.horarium.engine.search.StartPlan;
import org.horarium.engine.search.Worker;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.state.State;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * CP-SAT chooses all people of a plan at once. First as if times were no matter: the plan is repaired around that choice and
 * annealed again. At the end with every event where it is.
 */
final class StaffStage {
    /** What making the model takes, which CP-SAT does not count: for each event. */
    private static final int STEPS_PER_EVENT = 20_000;

    /** Less than this, as CP-SAT counts or in seconds, is too little to come to anything. */
    private static final double LEAST = 0.02;

    /** Share of the cost that other people must promise, to be worth a plan around them. */
    private static final double PROMISE = 0.01;

    private static final double HEAT = 0.4;

    private final Crew crew;
    private final double share;
    private final boolean byTime;
    private final StopSignal stop;
    private final AtomicInteger better = new AtomicInteger();
    private final AtomicInteger same = new AtomicInteger();

    /**
     * @param share of the whole that CP-SAT may take each time
     * @param byTime whether only time limits the search
     */
    StaffStage(Crew crew, double share, boolean byTime, StopSignal stop) {
        this.crew = crew;
        this.share = share;
        this.byTime = byTime;
        this.stop = stop;
    }

    /** Makes plans around the people that would be best if times were no matter. */
    Result around(double until) {
        crew.round((worker, start) -> {
            begin(worker, start);
            if (worker.best().hard() == 0 && !worker.isCutOff()) {
                Plan promising = promising(worker);
                if (promising != null) {
                    improve(worker, () -> {
                        worker.repaired(promising, worker.spent() + (until - worker.spent()) / 3);
                        Assignment repaired = new Assignment(worker.state().compiled());
                        repaired.copyFrom(worker.state());
                        worker.improve(repaired, HEAT, until);
                    });
                }
            }
        });
        return new Result(null, false, "plans around other people: " + note());
    }

    /** Chooses the best people for the best plan of each worker. */
    Result choose() {
        crew.round((worker, start) -> {
            begin(worker, start);
            ExactOptions options = options(worker);
            if (worker.best().hard() == 0 && !worker.isCutOff() && options != null) {
                improve(worker, () -> {
                    BestStaff.Choice choice = BestStaff.atTheirTimes(problem(worker), worker.plan(), options, stop);
                    count(worker, choice);
                    seat(worker.state(), choice.plan());
                    worker.consider();
                });
            }
        });
        return new Result(null, false, "people chosen anew: " + note());
    }

    private static void begin(Worker worker, Assignment start) {
        start.restore(worker.state());
        worker.consider();
    }

    private static Problem problem(Worker worker) {
        return worker.state().compiled().problem;
    }

    private @Nullable Plan promising(Worker worker) {
        ExactOptions options = options(worker);
        if (options == null) {
            return null;
        }
        BestStaff.Choice choice = BestStaff.whateverTheTimes(problem(worker), worker.plan(), options, stop);
        count(worker, choice);
        long cost = Verifier.verify(problem(worker), choice.plan()).score().total();
        return cost < (1 - PROMISE) * worker.best().soft() ? choice.plan() : null;
    }

    private void improve(Worker worker, Runnable work) {
        Assignment before = new Assignment(worker.state().compiled());
        before.copyFrom(worker.best());
        work.run();
        boolean improved =
                before.isWorseThan(worker.best().hard(), worker.best().soft());
        (improved ? better : same).incrementAndGet();
    }

    private String note() {
        return "%d better, %d no better".formatted(better.get(), same.get());
    }

    /** Limits of CP-SAT; null where they leave too little. */
    private @Nullable ExactOptions options(Worker worker) {
        Duration limit = worker.timeFor(share);
        double effort = byTime ? Double.POSITIVE_INFINITY : worker.workFor(share) / FixAndOptimise.STEPS_PER_SECOND;
        return limit.toNanos() < LEAST * 1e9 || effort < LEAST
                ? null
                : new ExactOptions(limit, 1, true, 1, true, effort);
    }

    private static void count(Worker worker, BestStaff.Choice choice) {
        State state = worker.state();
        state.addWork((int) Math.min(
                Integer.MAX_VALUE,
                (long) STEPS_PER_EVENT * state.compiled().events.count()
                        + (long) (FixAndOptimise.STEPS_PER_SECOND * choice.effort())));
    }

    private static void seat(State state, Plan plan) {
        StaffTable staff = state.compiled().staff;
        for (int seat = 0; seat < staff.seats(); seat++) {
            if (staff.pinned()[seat] < 0 && state.candidate(seat) >= 0) {
                state.seat(seat, -1);
            }
        }
        new StartPlan(state, plan).seat();
    }
}
