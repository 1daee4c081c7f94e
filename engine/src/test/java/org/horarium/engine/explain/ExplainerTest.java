package org.horarium.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.horarium.engine.explain.Small.MON;
import static org.horarium.engine.explain.Small.at;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.horarium.engine.exact.ExactOptions;
import org.horarium.engine.exact.ExactResult;
import org.horarium.engine.exact.ExactSolver;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.exact.Treatment;
import org.horarium.engine.explain.Conflict.Certainty;
import org.horarium.engine.explain.Relaxation.Check;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final Duration ENOUGH = Duration.ofSeconds(6);

    @BeforeEach
    void needsTheNativeSolver() {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
    }

    private static Explanation explain(Problem problem, String... unplaced) {
        return Explainer.explain(
                problem,
                ExplainOptions.of(ENOUGH).withUnplaced(List.of(unplaced)),
                ExplainListener.SILENT,
                new StopSignal());
    }

    private static List<String> rules(Conflict conflict) {
        return conflict.elements().stream()
                .map(element -> element.rule().kind() + " " + element.rule().id())
                .toList();
    }

    private static boolean solvable(Problem problem) {
        ExactResult result = ExactSolver.solve(problem, ExactOptions.feasibility(ENOUGH), null, new StopSignal());
        return result.plan() != null
                && Verifier.verify(problem, Objects.requireNonNull(result.plan()))
                        .feasible();
    }

    /** Two slots; e1 and e2 share a group, e2 and e3 a person, e3 and e1 a room: each two fit, the three do not. */
    private static Problem triangle() {
        Small small = new Small(1, 2);
        return small.event("e1", small.anywhere(1), "group:g", "room:r")
                .event("e2", small.anywhere(1), "group:g", "ann")
                .event("e3", small.anywhere(1), "ann", "room:r")
                .event("other", small.anywhere(1), "bob")
                .problem();
    }

    @Test
    void namesExactlyWhatExcludesEachOther() {
        Conflict conflict = explain(triangle(), "e2").conflict();

        assertThat(conflict.certainty()).isEqualTo(Certainty.MINIMAL);
        assertThat(rules(conflict))
                .containsExactlyInAnyOrder(
                        "PERSON_CLASH ann", "GROUP_CLASH g", "ROOM_CLASH r", "EVENT e1", "EVENT e2", "EVENT e3");
    }

    @Test
    void withoutAnyElementOfAMinimalConflictTheRestIsPossible() {
        Problem problem = triangle();
        List<Rule> rules = explain(problem, "e2").conflict().elements().stream()
                .map(Conflict.Element::rule)
                .toList();

        for (Rule left : rules) {
            ExactResult result = ExactSolver.solve(
                    problem,
                    rule -> rules.contains(rule) && !rule.equals(left) ? Treatment.KEEP : Treatment.LEAVE_OUT,
                    ExactOptions.feasibility(ENOUGH),
                    null,
                    new StopSignal());
            assertThat(result.plan()).as("without %s", left).isNotNull();
        }
    }

    @Test
    void saysThatThereIsAPlanWhereThereIsOne() {
        Small small = new Small(1, 2);
        Explanation explanation =
                explain(small.events(2, "e", small.anywhere(1), "ann").problem());

        assertThat(explanation.solvable()).isTrue();
        assertThat(explanation.impossibilities()).isEmpty();
        assertThat(explanation.relaxations()).isEmpty();
    }

    @Test
    void looksAtTheSurroundingsOfAnEventInALargeProblem() {
        Small small = new Small(2, 4);
        small.events(3, "tight", List.of(at(MON, 0, 1), at(MON, 1, 1)), "ann");
        for (int i = 0; i < 60; i++) {
            small.event("far" + i, small.anywhere(1), "person" + i);
        }

        Conflict conflict = explain(small.problem(), "tight1").conflict();

        assertThat(conflict.certainty()).isEqualTo(Certainty.MINIMAL);
        assertThat(rules(conflict))
                .containsExactlyInAnyOrder("PERSON_CLASH ann", "EVENT tight1", "EVENT tight2", "EVENT tight3");
    }

    @Test
    void relaxesTheCheapestFirstAndChangesAsLittleAsNeeded() {
        Small small = new Small(1, 4);
        Problem problem = small.events(3, "e", small.anywhere(1), "ann")
                .away("ann", at(MON, 1, 3))
                .rule(new CalendarConstraint(
                        "limit", new CalendarRule.MaxSlotsPerDay(2), MemberKind.PERSON, List.of("ann"), Strength.HARD))
                .problem();

        List<Relaxation> relaxations = explain(problem).relaxations();

        Relaxation first = relaxations.get(0);
        assertThat(first.check()).isEqualTo(Check.SOLVED);
        assertThat(first.steps()).hasSize(2);
        assertThat(first.cost()).isEqualTo(6);
        assertThat(first.relaxed().people().get(0).unavailable().stream()
                        .mapToInt(TimePattern::length)
                        .sum())
                .isEqualTo(1);
        assertThat(first.relaxed().constraints())
                .extracting(constraint -> ((CalendarConstraint) constraint).rule())
                .containsExactly(new CalendarRule.MaxSlotsPerDay(3));
        assertThat(relaxations).extracting(Relaxation::cost).isSorted();
    }

    @Test
    void everySolvedRelaxationMakesAPlanPossible() {
        Small small = new Small(2, 2);
        Problem problem = small.events(2, "e", small.anywhere(1), "ann")
                .event("f", small.anywhere(2), "bob", "group:g")
                .pin("e1", at(MON, 0, 1))
                .pin("e2", at(MON, 0, 1))
                .away("g", at(MON | Small.TUE, 0, 1))
                .rule(new Distribution("days", new DistributionRule.SameDays(), List.of("e1", "f"), Strength.HARD))
                .problem();

        List<Relaxation> relaxations = explain(problem).relaxations();

        assertThat(relaxations).isNotEmpty();
        for (Relaxation relaxation : relaxations) {
            assertThat(relaxation.check()).isEqualTo(Check.SOLVED);
            assertThat(solvable(relaxation.relaxed()))
                    .as("%s", relaxation.steps())
                    .isTrue();
        }
    }

    @Test
    void cutsATimeOutOfAnother() {
        TimePattern time = new TimePattern(0b11, 0b111, 1, 4);
        TimePattern cut = new TimePattern(0b01, 0b010, 2, 1);

        assertThat(Loosened.without(time, cut))
                .containsExactlyInAnyOrder(
                        new TimePattern(0b10, 0b111, 1, 4),
                        new TimePattern(0b01, 0b101, 1, 4),
                        new TimePattern(0b01, 0b010, 1, 1),
                        new TimePattern(0b01, 0b010, 3, 2));
    }

    @Test
    void tellsALongConflictInFewSentences() {
        Small small = new Small(3, 4);
        Conflict conflict = explain(
                        small.events(13, "e", small.anywhere(1), "group:g").problem())
                .conflict();

        assertThat(conflict.elements()).hasSize(14);
        assertThat(conflict.lines()).hasSizeLessThanOrEqualTo(Conflict.MOST_LINES);
        assertThat(conflict.lines().get(1)).contains("13 events");
    }
}
