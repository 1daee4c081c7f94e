package org.horarium.formats.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.horarium.engine.edit.Choice;
import org.horarium.engine.edit.PlanEditor;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.college.problem.CollegeProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the board calls legal, the verifier calls legal, at the cost that the board names: for every slot of 500 random events
 * of the demo colleges. After each event one of its legal moves is made, so that the plans are those that people make.
 */
class EditorOnDemosTest {
    @ParameterizedTest
    @CsvSource({"SMALL, 1, 190", "SMALL, 2, 190", "COLLEGE, 3, 110", "UNIVERSITY, 4, 10"})
    void whatTheBoardCallsLegalTheVerifierCallsLegal(DemoCollege.Size size, long seed, int events) {
        Problem problem = CollegeProblem.of(DemoCollege.of(size)).problem();
        Random random = new Random(seed);
        PlanEditor editor = PlanEditor.open(problem, solved(problem, seed));
        Verdict before = Verifier.verify(problem, editor.plan());
        assertThat(before.feasible()).isTrue();
        long legal = 0;
        long illegal = 0;
        for (int i = 0; i < events; i++) {
            Event event = problem.events().get(random.nextInt(problem.events().size()));
            List<Choice> moves = new ArrayList<>();
            for (Choice choice : editor.times(event.id())) {
                Verdict after = Verifier.verify(problem, with(editor.plan(), choice.placement()));
                assertThat(choice.isLegal())
                        .as("%s; the verifier: %s", choice, after.violations())
                        .isEqualTo(after.feasible());
                for (CostComponent component : CostComponent.values()) {
                    assertThat(choice.change().byComponent().getOrDefault(component, 0L))
                            .as("%s of %s", component, choice)
                            .isEqualTo(after.score().cost(component)
                                    - before.score().cost(component));
                }
                if (choice.isLegal()) {
                    moves.add(choice);
                }
                legal += choice.isLegal() ? 1 : 0;
                illegal += choice.isLegal() ? 0 : 1;
            }
            if (!moves.isEmpty()) {
                editor = editor.at(with(
                        editor.plan(), moves.get(random.nextInt(moves.size())).placement()));
                before = Verifier.verify(problem, editor.plan());
            }
        }
        assertThat(legal).isPositive();
        assertThat(illegal).isPositive();
    }

    /** An amount of work, not a time: the same plan on every machine. */
    private static Plan solved(Problem problem, long seed) {
        return Solver.standard()
                .solve(
                        problem,
                        new SolverOptions(Duration.ofMinutes(5), 1, seed, Effort.ofWork(60_000_000)),
                        event -> {},
                        new StopSignal())
                .plan();
    }

    private static Plan with(Plan plan, Placement changed) {
        Map<String, Placement> all = new LinkedHashMap<>();
        plan.placements().forEach(placement -> all.put(placement.event(), placement));
        all.put(changed.event(), changed);
        return new Plan(List.copyOf(all.values()), plan.enrolments());
    }
}
