package org.horarium.engine.pipeline;

import java.util.Random;
import org.horarium.engine.cluster.Clusters;
import org.horarium.engine.evolve.Crossover;
import org.horarium.engine.evolve.Population;
import org.horarium.engine.lns.FixAndOptimise;
import org.horarium.engine.lns.NeighbourhoodKind;
import org.horarium.engine.lns.Neighbourhoods;
import org.horarium.engine.search.Assignment;
import org.horarium.engine.search.Worker;
import org.horarium.engine.solve.StopSignal;
import org.jspecify.annotations.Nullable;

/** What one worker needs for the stages: neighbourhoods, crossover and its island of plans. */
final class Toolkit {
    private static final int POPULATION = 5;
    private static final double NEAREST = 0.03;
    private static final int FIRST_SIZE = 16;
    private static final int LEAST_SIZE = 5;
    private static final int LARGEST_SIZE = 80;
    private static final double SECONDS = 2;

    /** Most work of one try, as CP-SAT counts. */
    private static final double EFFORT = 0.6;

    private static final double LEAST_EFFORT = 0.01;

    private final Worker worker;
    private final boolean repeatable;
    private final StopSignal stop;
    private final Random random;
    private final Neighbourhoods neighbourhoods;
    private final FixAndOptimise exact;
    private final Crossover crossover;
    private final Population island;
    private double size = FIRST_SIZE;

    Toolkit(Worker worker, @Nullable Clusters clusters, boolean repeatable, StopSignal stop) {
        this.worker = worker;
        this.repeatable = repeatable;
        this.stop = stop;
        random = new Random(worker.seed());
        neighbourhoods = new Neighbourhoods(worker.state(), clusters, random);
        exact = new FixAndOptimise(worker.state());
        crossover = new Crossover(worker.state(), clusters, random);
        island = new Population(worker.state().compiled(), POPULATION, NEAREST);
    }

    Population island() {
        return island;
    }

    Random random() {
        return random;
    }

    /**
     * Frees a neighbourhood of the plan in the state and solves it exactly. The number of events grows while proofs come
     * easily, and shrinks when time runs out.
     */
    FixAndOptimise.Outcome free(NeighbourhoodKind kind) {
        int[] events = neighbourhoods.choose(kind, (int) size);
        if (events.length == 0) {
            worker.state().addWork(1000);
            return FixAndOptimise.Outcome.NOTHING;
        }
        double left = Math.max(0, 1 - worker.spent());
        double effort = Math.min(EFFORT, worker.workFor(left) / FixAndOptimise.STEPS_PER_SECOND);
        double seconds = Math.min(SECONDS, worker.timeFor(left).toNanos() / 1e9);
        FixAndOptimise.Outcome outcome = exact.attempt(
                events, repeatable ? 30 * SECONDS : seconds, Math.max(LEAST_EFFORT, effort), random, stop);
        size = switch (outcome) {
            case PROVED, SIDEWAYS -> Math.min(LARGEST_SIZE, size * 1.1);
            case NOTHING -> Math.max(LEAST_SIZE, size * 0.9);
            case BETTER -> size;
        };
        worker.consider();
        return outcome;
    }

    /** Makes a child of a parent and another member of the island, and anneals it for a while; it joins the island. */
    void breed(double heat, double until) {
        Assignment first = island.parent(random);
        Assignment second = island.parent(random);
        if (first == second) {
            worker.improve(first, heat, until);
        } else {
            crossover.cross(first, second);
            worker.consider();
            worker.improve(copyOfState(), heat, until);
        }
        island.add(copyOfState());
    }

    Assignment copyOfState() {
        Assignment copy = new Assignment(worker.state().compiled());
        copy.copyFrom(worker.state());
        return copy;
    }
}
