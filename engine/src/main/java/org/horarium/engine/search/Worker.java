package org.horarium.engine.search;

import java.time.Duration;
import java.util.Arrays;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Plan;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.SlotTable;
import org.horarium.engine.state.State;
import org.jspecify.annotations.Nullable;

/**
 * One search: construct, repair until no hard rule is broken, then anneal strictly inside the feasible plans. All
 * decisions depend on the seed and on steps of work alone, never on the clock.
 */
public final class Worker {
    private static final int CHECK_EVERY = 128;
    private static final int HOT_EVERY = 1 << 13;
    private static final int CALIBRATION_MOVES = 2000;

    /** Moves on slots between two looks at how far it is. */
    private static final int SLOT_MOVES = 1024;

    /** Steps of work of a move on slots. */
    private static final int SLOT_MOVE_WORK = 12;

    /** Share of the sampled worsening moves that pass at the starting temperature. */
    private static final double STARTING_SHARE = 0.25;

    /** Costs are whole numbers: below this nothing is accepted that costs one. */
    private static final double LEAST_TEMPERATURE = 0.15;

    /** Share of the whole after which inserting gives up. */
    private static final double INSERTION_SHARE = 0.15;

    /** Share of the whole after which repairing heats up again. */
    private static final double REPAIR_CYCLE = 1 / 40.0;

    private final CompiledProblem compiled;
    private final State state;
    private final MoveContext context;
    private final Moves moves;
    private final Audit audit;
    private final long seed;
    private final Limits limits;
    private final Assignment best;
    private final Board board;
    private final int impossible;
    private final @Nullable SlotAnnealing slots;
    private double startTemperature;
    private double endTemperature;
    private long moveCount;

    Worker(CompiledProblem compiled, long seed, Limits limits, Board board) {
        this.compiled = compiled;
        this.seed = seed;
        this.limits = limits;
        this.board = board;
        state = new State(compiled);
        context = new MoveContext(state, new Rng(seed));
        moves = new Moves(context);
        audit = new Audit(context);
        best = new Assignment(compiled);
        impossible = compiled.impossible();
        SlotTable table = SlotTable.of(compiled);
        slots = table == null ? null : new SlotAnnealing(state, table, context.rng);
    }

    /** The best plan so far. */
    public Assignment best() {
        return best;
    }

    /** What it works on. */
    public State state() {
        return state;
    }

    /** Whether every event that can be placed is, and nothing is broken. */
    public boolean isComplete() {
        return best.hard <= impossible;
    }

    /**
     * Constructs a plan and repairs it; afterwards it is legal, maybe partial.
     *
     * @param share of the whole until which it may take
     * @param start what to begin with; may be empty
     */
    void prepare(double share, Plan start) {
        board.phase(Phase.CONSTRUCTING);
        Construction construction = new Construction(context);
        StartPlan known = new StartPlan(state, start);
        known.enrol();
        moves.enrolAll();
        known.seat();
        construction.fillSeats();
        known.place(true);
        construction.placeAll(limits);
        calibrate();
        if (!isFeasible() && !moves.isEmpty()) {
            board.phase(Phase.REPAIRING);
            boolean fresh = start.placements().isEmpty() && Insertion.suits(compiled);
            if (!fresh || !insert(INSERTION_SHARE)) {
                construction.placeAll(limits);
                repair(share);
            }
        }
        resetWeights();
        if (!isFeasible()) {
            new PartialPlan(context).makeLegal(limits);
        }
        if (isFeasible()) {
            board.feasible();
        }
        context.acceptance.setStrict(true);
        context.refreshHot();
        remember();
        calibrate();
        board.phase(Phase.IMPROVING);
    }

    /**
     * Anneals from a plan until a share of the whole is spent.
     *
     * @param heat where to begin: 1 is the full starting temperature, 0 the final one, between on a logarithmic scale
     * @param until where to end, see {@link Limits#spent}
     */
    public void improve(Assignment from, double heat, double until) {
        from.restore(state);
        if (best.isWorseThan(state.ledger().broken(), state.ledger().soft())) {
            remember();
        }
        if (moves.isEmpty() || spent() >= until) {
            return;
        }
        double hot = endTemperature * Math.pow(startTemperature / endTemperature, heat);
        if (slots != null && state.ledger().broken() == 0) {
            anneal(slots, hot, endTemperature, until);
            return;
        }
        context.refreshHot();
        anneal(hot, endTemperature, until);
    }

    /** Whether its plan can be annealed on small arrays: all events take one slot, and nothing is missing or broken. */
    boolean annealsOnSlots() {
        return slots != null && best.hard == 0;
    }

    /** Share of the whole that is spent. */
    public double spent() {
        return limits.spent(state.work());
    }

    /** Likewise, but only students change classes. Does nothing where there are none. */
    public void improveStudents(Assignment from, double heat, double until) {
        moves.onlyStudents(true);
        try {
            improve(from, heat, until);
        } finally {
            moves.onlyStudents(false);
        }
    }

    /** The time that a share of the whole may take; where work is limited, amply. */
    public Duration timeFor(double share) {
        return limits.timeFor(share);
    }

    /** The steps of work in a share of the whole; infinite where only time is limited. */
    public double workFor(double share) {
        return limits.workFor(share);
    }

    /** Its seed: each worker has another. */
    public long seed() {
        return seed;
    }

    /** The best plan so far as records; made anew at each call. */
    public Plan plan() {
        return new PlanMaker(compiled).plan(best);
    }

    /** Whether the clock or somebody ends the search, whatever is left. */
    public boolean isCutOff() {
        return limits.isCutOff();
    }

    /** Keeps what the state holds, if it is better than the best so far; for those who changed the state themselves. */
    public void consider() {
        if (best.isWorseThan(state.ledger().broken(), state.ledger().soft())) {
            remember();
            if (isFeasible()) {
                board.feasible();
            }
        }
        board.tell(this, moveCount);
    }

    /** Brings the state to a plan, as far as it breaks nothing, and keeps it if it is better. */
    public void adopt(Plan plan) {
        for (int e = 0; e < compiled.events.count(); e++) {
            if (state.isPlaced(e)) {
                state.unplace(e);
            }
        }
        for (int seat = 0; seat < compiled.staff.seats(); seat++) {
            if (compiled.staff.pinned()[seat] < 0 && state.candidate(seat) >= 0) {
                state.seat(seat, -1);
            }
        }
        StartPlan known = new StartPlan(state, plan);
        known.seat();
        known.place(true);
        consider();
    }

    /**
     * Brings the state to a plan that may break something, and repairs it; what then has no legal place is left out. The
     * best plan so far stays what it was, unless this one is better.
     *
     * @param until share of the whole until which it may take
     */
    public void repaired(Plan plan, double until) {
        Assignment before = new Assignment(compiled);
        before.copyFrom(best);
        adopt(plan);
        new Construction(context).placeAll(limits);
        if (!isFeasible() && !moves.isEmpty()) {
            context.acceptance.setStrict(false);
            repair(until);
            resetWeights();
            if (!isFeasible()) {
                new PartialPlan(context).makeLegal(limits);
            }
            context.acceptance.setStrict(true);
        }
        best.copyFrom(before);
        consider();
    }

    private boolean isFeasible() {
        return state.ledger().broken() <= impossible;
    }

    /** Whether inserting what is in trouble was enough; what it left is kept where that is better than before. */
    private boolean insert(double until) {
        remember();
        boolean complete = new Insertion(context).run(impossible, () -> {
            board.tell(this, ++moveCount);
            return spent() < until && !limits.isCutOff();
        });
        resetWeights();
        if (!complete && best.hard < state.ledger().broken()) {
            best.restore(state);
        }
        return complete;
    }

    private void repair(double until) {
        Ledger ledger = state.ledger();
        context.acceptance.setHardWeight(Math.max(10, 10 * startTemperature));
        remember();
        while (!isFeasible() && spent() < until && !limits.isCutOff()) {
            double start = spent();
            double end = Math.min(until, start + REPAIR_CYCLE);
            double hot = 0.5 * startTemperature;
            for (long i = 0; !isFeasible(); i++) {
                if (i % CHECK_EVERY == 0) {
                    double done = (spent() - start) / (end - start);
                    context.acceptance.setTemperature(hot * Math.pow(endTemperature / hot, done));
                    if (done >= 1 || limits.isCutOff()) {
                        break;
                    }
                    board.tell(this, moveCount);
                }
                if (moveCount % HOT_EVERY == 0) {
                    raiseWeights();
                    context.refreshHot();
                }
                attempt();
                if (ledger.broken() < best.hard) {
                    remember();
                }
            }
        }
        if (!isFeasible() && best.hard < ledger.broken()) {
            best.restore(state);
        }
    }

    /** What is still broken weighs more from now on, up to a limit. */
    private void raiseWeights() {
        Ledger ledger = state.ledger();
        for (int rule = 0; rule < compiled.rules.count; rule++) {
            if (compiled.rules.hard[rule] && ledger.units(rule) > 0 && ledger.weight(rule) < 50) {
                ledger.setWeight(rule, ledger.weight(rule) + 1);
            }
        }
    }

    private void resetWeights() {
        for (int rule = 0; rule < compiled.rules.count; rule++) {
            if (compiled.rules.hard[rule]) {
                state.ledger().setWeight(rule, 1);
            }
        }
        context.acceptance.setHardWeight(1e7);
    }

    private void anneal(double from, double to, double until) {
        double start = spent();
        Ledger ledger = state.ledger();
        boolean partial = ledger.broken() > impossible;
        for (long i = 0; ; i++) {
            if (i % CHECK_EVERY == 0) {
                double done = (spent() - start) / (until - start);
                double temperature = from * Math.pow(to / from, done);
                context.acceptance.setTemperature(temperature);
                moves.matchRooms(temperature * temperature < startTemperature * endTemperature);
                if (!(done < 1) || limits.isCutOff() || best.hard == 0 && best.soft == 0) {
                    return;
                }
                board.tell(this, moveCount);
                if (partial && i % HOT_EVERY == 0) {
                    context.refreshHot();
                }
            }
            if (attempt() && best.isWorseThan(ledger.broken(), ledger.soft())) {
                remember();
                if (partial && isFeasible()) {
                    board.feasible();
                    partial = false;
                }
            }
        }
    }

    private void anneal(SlotAnnealing fast, double from, double to, double until) {
        double start = spent();
        fast.load();
        while (true) {
            double done = (spent() - start) / (until - start);
            if (fast.best() < best.soft && (board.isWanted() || !(done < 1))) {
                fast.unload();
                remember();
            }
            board.tell(this, moveCount);
            if (!(done < 1) || limits.isCutOff() || fast.best() == 0) {
                break;
            }
            double temperature = from * Math.pow(to / from, done);
            for (int i = 0; i < SLOT_MOVES; i++) {
                fast.attempt(temperature);
                moveCount++;
                if (audit.isOn() && moveCount % audit.every() == 0) {
                    fast.audit(moveCount);
                }
            }
            state.addWork(SLOT_MOVES * SLOT_MOVE_WORK);
        }
        fast.unload();
        if (best.isWorseThan(state.ledger().broken(), state.ledger().soft())) {
            remember();
        }
    }

    private boolean attempt() {
        state.addWork(6);
        moveCount++;
        boolean taken = moves.attempt();
        if (audit.isOn()) {
            audit.after(moveCount);
        }
        return taken;
    }

    private void remember() {
        best.copyFrom(state);
    }

    /**
     * Chooses temperatures from the problem itself: at the start a quarter of the worsening moves pass (the mean would follow
     * the few that cost very much), at the end hardly one of the smallest that are not rare (one in fifty).
     */
    private void calibrate() {
        double sum = 0;
        int count = 0;
        long[] worsening = new long[CALIBRATION_MOVES];
        for (int i = 0; i < CALIBRATION_MOVES && context.movable.length > 0; i++) {
            int event = context.movable[context.rng.below(context.movable.length)];
            int time = context.randomTime(event);
            int room = context.roomFor(event, compiled.events.times()[event][time]);
            if (state.evaluate(event, time, room, context.acceptance.strict())
                    && state.isPlaced(event)
                    && state.ledger().proposedSoft() > 0) {
                sum += state.ledger().proposedSoft();
                worsening[count++] = state.ledger().proposedSoft();
            }
        }
        Arrays.sort(worsening, 0, count);
        endTemperature =
                count == 0 ? LEAST_TEMPERATURE : Math.max(LEAST_TEMPERATURE, worsening[count / 50] * LEAST_TEMPERATURE);
        startTemperature = Math.max(
                2 * endTemperature,
                count == 0 ? 1 : temperatureFor(STARTING_SHARE, worsening, count, 0.4 * sum / count));
    }

    /** The temperature at which a share of some worsening moves passes, if it is below a limit; else the limit. */
    private static double temperatureFor(double share, long[] worsening, int count, double limit) {
        double low = 0;
        double high = limit;
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            double pass = 0;
            for (int k = 0; k < count; k++) {
                pass += StrictMath.exp(-worsening[k] / middle);
            }
            if (pass < share * count) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
