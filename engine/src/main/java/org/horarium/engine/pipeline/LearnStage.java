package org.horarium.engine.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.learn.QTable;
import org.horarium.engine.learn.Situation;
import org.horarium.engine.pipeline.StagedStrategy.Result;
import org.horarium.engine.search.Assignment;
import org.horarium.engine.search.Crew;
import org.horarium.engine.search.Worker;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to do next by what it was worth before: the relative improvement for a share of the whole. The workers learn
 * from each other through one table of values.
 */
final class LearnStage {
    /** An annealing gets this share of the stage, an exact part half of it. */
    private static final double SLICE = 1 / 14.0;

    private static final double REWARD_FOR_COMPLETING = 10;

    private final Workshop workshop;
    private final Crew crew;
    private final List<Action> actions = new ArrayList<>();
    private final @Nullable Path values;
    private final Map<Action, Integer> taken = new EnumMap<>(Action.class);

    /**
     * @param exact whether CP-SAT can be used
     * @param evolve whether plans are combined
     * @param values file of learned values; null for none
     */
    LearnStage(Workshop workshop, boolean exact, boolean evolve, @Nullable Path values) {
        this.workshop = workshop;
        this.crew = workshop.crew();
        this.values = values;
        CompiledProblem compiled = crew.compiled();
        for (Action action : Action.values()) {
            boolean there = switch (action) {
                case ANNEAL_LOW, REHEAT -> true;
                case STUDENTS -> compiled.students.demands > 0;
                case CROSSOVER -> evolve;
                case FREE_ROOM -> exact && compiled.rooms.count > 0;
                case FREE_PERSON -> exact && compiled.staff.seats() > 0;
                case FREE_CLUSTER, FREE_DAY, FREE_CONFLICT -> exact;
            };
            if (there) {
                actions.add(action);
            }
        }
    }

    Result run(double until) {
        QTable table = new QTable(actions.stream().map(Action::name).toList(), new Random(1));
        load(table);
        double slice = SLICE * (until - crew.spent());
        crew.round((worker, start) -> work(worker, start, table, slice, until));
        save(table);
        return new Result(
                null,
                false,
                taken.entrySet().stream()
                        .map(entry ->
                                entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                                        + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private void work(Worker worker, Assignment start, QTable table, double slice, double until) {
        start.restore(worker.state());
        worker.consider();
        int idle = 0;
        while (!worker.isCutOff()
                && worker.spent() < until
                && (worker.best().soft() > 0 || worker.best().hard() > 0)) {
            Situation before = situation(worker, idle);
            int choice;
            synchronized (table) {
                choice = table.choose(before);
            }
            double spent = worker.spent();
            long hard = worker.best().hard();
            long soft = worker.best().soft();
            act(worker, actions.get(choice), Math.min(until, spent + slice), slice);
            double gain = worker.best().hard() < hard
                    ? REWARD_FOR_COMPLETING
                    : (double) (soft - worker.best().soft()) / Math.max(1, soft);
            idle = gain > 0 ? 0 : idle + 1;
            synchronized (table) {
                taken.merge(actions.get(choice), 1, Integer::sum);
                table.learn(before, choice, gain / Math.max(1e-6, worker.spent() - spent), situation(worker, idle));
            }
        }
    }

    private static Situation situation(Worker worker, int idle) {
        return new Situation(Situation.Phase.at(worker.spent()), Situation.Progress.after(idle), worker.isComplete());
    }

    private void act(Worker worker, Action action, double until, double slice) {
        Toolkit toolkit = workshop.toolkit(worker);
        if (action.neighbourhood != null) {
            worker.best().restore(worker.state());
            double end = until - slice / 2;
            do {
                toolkit.free(action.neighbourhood);
            } while (!worker.isCutOff() && worker.spent() < end);
        } else if (action == Action.CROSSOVER) {
            toolkit.island().add(worker.best());
            toolkit.breed(action.heat, until);
        } else if (action == Action.STUDENTS) {
            worker.improveStudents(worker.best(), action.heat, until);
        } else {
            worker.improve(worker.best(), action.heat, until);
            toolkit.island().add(toolkit.copyOfState());
        }
    }

    private void load(QTable table) {
        if (values != null && Files.exists(values)) {
            try {
                table.read(Files.readAllLines(values));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("%s: the learned values can't be read.".formatted(values), unreadable);
            }
        }
    }

    private void save(QTable table) {
        if (values != null) {
            try {
                Files.write(values, table.lines());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(
                        "%s: the learned values can't be written.".formatted(values), unwritable);
            }
        }
    }
}
