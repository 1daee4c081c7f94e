package org.horarium.engine.lns;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.exact.ExactOptions;
import org.horarium.engine.exact.ExactResult;
import org.horarium.engine.exact.ExactSolver;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.state.State;
import org.jspecify.annotations.Nullable;

/**
 * Frees some events of a state, lets CP-SAT place them anew with the rest fixed, and keeps the result if the state says that
 * it is no worse. The plan it began with is CP-SAT's hint, so nothing is lost when time is short.
 */
public final class FixAndOptimise {
    /** Steps of work of a state that take about as long as a second of CP-SAT's own count. */
    public static final double STEPS_PER_SECOND = 60e6;

    /** What making the model takes, which CP-SAT does not count: for each try, and for each event in it. */
    private static final int STEPS_PER_MODEL = 1_000_000;

    private static final int STEPS_PER_EVENT = 60_000;

    private static final Duration SHORTEST = Duration.ofMillis(20);

    private final State state;
    private final CompiledProblem compiled;

    /** What came of a try. */
    public enum Outcome {
        /** Less is broken, or it costs less. */
        BETTER,
        /** Other places at the same cost. */
        SIDEWAYS,
        /** Everything is where it was; it is proved that the model knows nothing better. */
        PROVED,
        /** Everything is where it was. */
        NOTHING
    }

    public FixAndOptimise(State state) {
        this.state = state;
        this.compiled = state.compiled();
    }

    /**
     * Tries once.
     *
     * @param free placed or unplaced events to be placed anew
     * @param seconds time limit
     * @param effort limit as CP-SAT counts; infinite where only time counts
     * @param random gives CP-SAT its seed
     * @param stop ends it early
     */
    public Outcome attempt(int[] free, double seconds, double effort, Random random, StopSignal stop) {
        long broken = state.ledger().broken();
        long soft = state.ledger().soft();
        int[] times = new int[free.length];
        int[] rooms = new int[free.length];
        for (int i = 0; i < free.length; i++) {
            times[i] = state.time(free[i]);
            rooms[i] = state.roomOption(free[i]);
            if (times[i] >= 0) {
                state.unplace(free[i]);
            }
        }
        SubProblem sub = SubProblem.of(state, free, times, rooms);
        ExactResult result = sub == null ? null : solve(sub, seconds, effort, random, stop);
        if (result != null && result.plan() != null && place(sub, result, free)) {
            long after = state.ledger().broken();
            if (after < broken || (after == broken && state.ledger().soft() < soft)) {
                return Outcome.BETTER;
            }
            if (after == broken && state.ledger().soft() == soft) {
                return moved(free, times, rooms) ? Outcome.SIDEWAYS : Outcome.NOTHING;
            }
        }
        for (int event : free) {
            if (state.isPlaced(event)) {
                state.unplace(event);
            }
        }
        for (int i = 0; i < free.length; i++) {
            if (times[i] >= 0) {
                state.place(free[i], times[i], rooms[i]);
            }
        }
        boolean proved = result != null && result.status() == ExactResult.Status.OPTIMAL;
        return proved ? Outcome.PROVED : Outcome.NOTHING;
    }

    private ExactResult solve(SubProblem sub, double seconds, double effort, Random random, StopSignal stop) {
        Duration limit = Duration.ofNanos((long) (seconds * 1e9));
        ExactOptions options = new ExactOptions(
                limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit, 1, true, random.nextInt(1 << 30), true, effort);
        Problem problem = sub.problem();
        ExactResult result = ExactSolver.solve(problem, options, sub.hint(), stop);
        state.addWork(STEPS_PER_MODEL + STEPS_PER_EVENT * problem.events().size());
        state.addWork((int) Math.min(Integer.MAX_VALUE, STEPS_PER_SECOND * result.effort()));
        return result;
    }

    private boolean place(@Nullable SubProblem sub, ExactResult result, int[] free) {
        if (sub == null || result.plan() == null) {
            return false;
        }
        Map<String, Placement> placements = new HashMap<>();
        result.plan().placements().forEach(placement -> placements.put(placement.event(), placement));
        for (int event : free) {
            Placement placement = placements.get(compiled.event(event).id());
            int time = placement == null ? -1 : timeOption(event, placement.time());
            int room = placement == null ? -1 : roomOption(event, placement.room());
            if (time < 0 || (room < 0 && compiled.events.needsRoom()[event])) {
                return false;
            }
            state.place(event, time, room);
        }
        return true;
    }

    private int timeOption(int event, TimePattern time) {
        int[] options = compiled.events.times()[event];
        for (int t = 0; t < options.length; t++) {
            if (compiled.patterns.record(options[t]).equals(time)) {
                return t;
            }
        }
        return -1;
    }

    private int roomOption(int event, @Nullable String room) {
        int[] options = compiled.events.rooms()[event];
        for (int r = 0; r < options.length; r++) {
            if (compiled.problem.rooms().get(options[r]).id().equals(room)) {
                return r;
            }
        }
        return -1;
    }

    private boolean moved(int[] free, int[] times, int[] rooms) {
        for (int i = 0; i < free.length; i++) {
            if (state.time(free[i]) != times[i] || state.roomOption(free[i]) != rooms[i]) {
                return true;
            }
        }
        return false;
    }
}
