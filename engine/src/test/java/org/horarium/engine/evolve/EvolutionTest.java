package org.horarium.engine.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.horarium.engine.cluster.Clusters;
import org.horarium.engine.cluster.EventGraph;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Plan;
import org.horarium.engine.search.Assignment;
import org.horarium.engine.search.StartPlan;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Pipeline;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.CollegeLike;
import org.junit.jupiter.api.Test;

class EvolutionTest {
    private static final CompiledProblem COLLEGE = CompiledProblem.compile(CollegeLike.of(1, 4));

    private static Assignment plan(long seed) {
        Plan plan = Solver.standard()
                .solve(
                        COLLEGE.problem,
                        new SolverOptions(Duration.ofSeconds(60), 1, seed, Effort.ofWork(2_000_000))
                                .with(Pipeline.ANNEALING),
                        event -> {},
                        new StopSignal())
                .plan();
        State state = new State(COLLEGE);
        StartPlan start = new StartPlan(state, plan);
        start.seat();
        start.place(true);
        Assignment assignment = new Assignment(COLLEGE);
        assignment.copyFrom(state);
        return assignment;
    }

    /** A copy that has its first events elsewhere, and another cost. */
    private static Assignment changed(Assignment plan, int events, int time) {
        State state = new State(COLLEGE);
        plan.restore(state);
        for (int e = 0; e < events; e++) {
            state.move(e, (plan.time[e] + time) % COLLEGE.events.times()[e].length, plan.roomOption[e]);
        }
        Assignment copy = new Assignment(COLLEGE);
        copy.copyFrom(state);
        return copy;
    }

    @Test
    void childrenAreMadeOfBothAndBreakNothing() {
        Assignment one = plan(1);
        Assignment other = plan(2);
        assertThat(one.hard()).isZero();
        assertThat(other.hard()).isZero();
        State state = new State(COLLEGE);
        Clusters clusters = Clusters.of(EventGraph.of(COLLEGE, one.candidate, one.chain), 1);
        for (Clusters blocks : new Clusters[] {clusters, null}) {
            Crossover crossover = new Crossover(state, blocks, new Random(1));
            for (int i = 0; i < 20; i++) {
                int unplaced = crossover.cross(one, other);
                assertThat(FullScore.of(state).differences()).isEmpty();
                assertThat(state.ledger().broken()).isEqualTo(unplaced);
                Assignment child = new Assignment(COLLEGE);
                child.copyFrom(state);
                assertThat(Population.distance(child, one)).isPositive();
                assertThat(Population.distance(child, other)).isPositive();
                int likeOneOfThem = 0;
                for (int e = 0; e < child.time.length; e++) {
                    if (child.time[e] == one.time[e] || child.time[e] == other.time[e]) {
                        likeOneOfThem++;
                    }
                }
                assertThat(likeOneOfThem).isGreaterThan(child.time.length / 2);
            }
        }
    }

    @Test
    void distanceIsTheShareOfEventsElsewhere() {
        Assignment plan = plan(1);
        assertThat(Population.distance(plan, plan)).isZero();
        assertThat(Population.distance(plan, changed(plan, 21, 1))).isCloseTo(21 / 84.0, within(1e-12));
    }

    @Test
    void plansThatAreAlikeDoNotBothStay() {
        Assignment best = plan(1);
        Assignment like = changed(best, 2, 1);
        Assignment far = changed(best, 40, 1);
        Assignment farther = changed(best, 60, 2);
        Population population = new Population(COLLEGE, 2, 0.1);
        assertThat(population.add(like)).isTrue();
        assertThat(population.add(best)).isTrue();
        assertThat(population.size()).isEqualTo(1);
        assertThat(population.best().soft()).isEqualTo(best.soft());
        assertThat(population.add(like)).isFalse();
        assertThat(population.add(farther)).isTrue();
        assertThat(population.add(far)).isEqualTo(farther.isWorseThan(far.hard(), far.soft()));
        assertThat(population.size()).isEqualTo(2);
        assertThat(population.hasRoom()).isFalse();
        assertThat(population.members()).contains(population.parent(new Random(1)));
    }
}
