package org.horarium.engine.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.horarium.engine.evolve.Population;
import org.horarium.engine.pipeline.StagedStrategy.Result;
import org.horarium.engine.search.Assignment;
import org.horarium.engine.search.Crew;
import org.horarium.engine.search.Worker;

/** An island of plans for each worker; the best travel to the next island between rounds. */
final class EvolveStage {
    private static final int ROUNDS = 3;
    private static final double FOUNDING_SHARE = 0.45;
    private static final double FOUNDING_HEAT = 0.75;
    private static final double CHILD_HEAT = 0.25;
    private static final int CHILDREN_PER_ROUND = 4;

    private final Workshop workshop;
    private final Crew crew;
    private final List<Worker> workers = Collections.synchronizedList(new ArrayList<>());

    EvolveStage(Workshop workshop) {
        this.workshop = workshop;
        this.crew = workshop.crew();
    }

    Result run(double until) {
        double begin = crew.spent();
        double founded = begin + FOUNDING_SHARE * (until - begin);
        crew.round((worker, start) -> found(worker, start, founded));
        for (int round = 0; round < ROUNDS && !crew.isDone(); round++) {
            migrate();
            double end = founded + (until - founded) * (round + 1) / ROUNDS;
            crew.round((worker, start) -> generations(worker, end));
        }
        int members = workers.stream()
                .mapToInt(worker -> workshop.toolkit(worker).island().size())
                .sum();
        return new Result(null, false, "%d plans on %d islands".formatted(members, workers.size()));
    }

    /** The best plan and others annealed from it far enough to be different. */
    private void found(Worker worker, Assignment start, double until) {
        workers.add(worker);
        Toolkit toolkit = workshop.toolkit(worker);
        Population island = toolkit.island();
        island.add(start);
        double begin = worker.spent();
        int founders = 3;
        for (int i = 1; i <= founders && !worker.isCutOff(); i++) {
            worker.improve(start, FOUNDING_HEAT, begin + (until - begin) * i / founders);
            island.add(toolkit.copyOfState());
        }
    }

    private void migrate() {
        if (workers.size() < 2) {
            return;
        }
        List<Assignment> best = workers.stream()
                .map(worker -> workshop.toolkit(worker).island().best())
                .toList();
        for (int i = 0; i < workers.size(); i++) {
            workshop.toolkit(workers.get((i + 1) % workers.size())).island().add(best.get(i));
        }
    }

    private void generations(Worker worker, double until) {
        Toolkit toolkit = workshop.toolkit(worker);
        double begin = worker.spent();
        for (int child = 1; child <= CHILDREN_PER_ROUND && !worker.isCutOff(); child++) {
            toolkit.breed(CHILD_HEAT, begin + (until - begin) * child / CHILDREN_PER_ROUND);
        }
    }
}
