package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.RandomProblem;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search and the verifier, which share nothing, give the same cost of each component. */
class ScoresAgreeTest {
    @ParameterizedTest
    @CsvSource({"1,5,8,31", "2,5,7,32", "3,4,9,33", "2,3,70,34", "4,5,6,35"})
    void everyComponentAgrees(int weeks, int days, int slots, long seed) {
        Problem problem = RandomProblem.of(seed, new Grid(weeks, days, slots), 24);
        CompiledProblem compiled = CompiledProblem.compile(problem);
        State state = new State(compiled);
        Random random = new Random(seed);
        PlanMaker plans = new PlanMaker(compiled);
        for (int i = 0; i < 60; i++) {
            scatter(state, random);
            new StudentMove(new MoveContext(state, new Rng(seed + i))).enrolAll();
            Assignment assignment = new Assignment(compiled);
            assignment.copyFrom(state);
            Plan plan = plans.plan(assignment);
            Verdict verdict = Verifier.verify(problem, plan);
            for (CostComponent component : CostComponent.values()) {
                assertThat(assignment.costs[component.ordinal()])
                        .as("%s, round %d", component, i)
                        .isEqualTo(verdict.score().cost(component));
            }
            assertThat(counts(verdict, HardRule.ROOM_CLASH, HardRule.ROOM_UNAVAILABLE))
                    .isEqualTo(state.ledger().units(RuleTable.ROOM) > 0);
            assertThat(counts(verdict, HardRule.GROUP_CLASH, HardRule.GROUP_UNAVAILABLE))
                    .isEqualTo(state.ledger().units(RuleTable.GROUP) > 0);
            assertThat(counts(verdict, HardRule.PERSON_CLASH, HardRule.PERSON_UNAVAILABLE))
                    .isEqualTo(state.ledger().units(RuleTable.PERSON) > 0);
            assertThat(counts(verdict, HardRule.SECTIONING)).isFalse();
            assertThat(counts(verdict, HardRule.CLASS_LIMIT))
                    .isEqualTo(state.ledger().units(RuleTable.CLASS_LIMIT) > 0);
            assertThat(constraintUnits(verdict)).isEqualTo(hardUnits(state));
        }
    }

    private static boolean counts(Verdict verdict, HardRule... rules) {
        return verdict.violations().stream()
                .anyMatch(violation -> java.util.List.of(rules).contains(violation.rule()));
    }

    private static Map<String, Long> constraintUnits(Verdict verdict) {
        Map<String, Long> units = new java.util.TreeMap<>();
        verdict.violations().stream()
                .filter(violation -> violation.rule() == HardRule.CONSTRAINT)
                .forEach(violation -> units.merge(violation.subject(), violation.units(), Long::sum));
        return units;
    }

    private static Map<String, Long> hardUnits(State state) {
        Map<String, Long> units = new java.util.TreeMap<>();
        CompiledProblem compiled = state.compiled();
        for (int rule = RuleTable.BUILT_IN; rule < compiled.rules.count; rule++) {
            if (compiled.rules.hard[rule] && state.ledger().units(rule) > 0) {
                units.put(
                        compiled.problem
                                .constraints()
                                .get(rule - RuleTable.BUILT_IN)
                                .id(),
                        state.ledger().units(rule));
            }
        }
        return units;
    }

    /** Places every event that can be at random, now and then leaving one out, and fills every seat with somebody. */
    private static void scatter(State state, Random random) {
        CompiledProblem compiled = state.compiled();
        for (int seat = 0; seat < compiled.staff.seats(); seat++) {
            int decision = compiled.staff.decisionOf()[seat];
            if (compiled.staff.pinned()[seat] < 0) {
                state.seat(seat, -1);
            }
            for (int tries = 0; tries < 20 && state.candidate(seat) < 0; tries++) {
                int candidate = random.nextInt(compiled.staff.free()[decision]);
                int person = compiled.staff.candidates()[decision][candidate];
                boolean taken = false;
                for (int event : compiled.staff.eventsOf()[decision]) {
                    for (int other : compiled.staff.seatsOfEvent()[event]) {
                        taken |= state.person(other) == person;
                    }
                }
                if (!taken) {
                    state.seat(seat, candidate);
                }
            }
        }
        for (int event = 0; event < compiled.events.count(); event++) {
            if (compiled.events.impossible()[event] != null) {
                continue;
            }
            if (state.isPlaced(event)) {
                state.unplace(event);
            }
            boolean staffed = true;
            for (int seat : compiled.staff.seatsOfEvent()[event]) {
                staffed &= state.person(seat) >= 0;
            }
            if (staffed && random.nextInt(10) > 0) {
                int rooms = compiled.events.rooms()[event].length;
                state.place(
                        event,
                        random.nextInt(compiled.events.times()[event].length),
                        compiled.events.needsRoom()[event] ? random.nextInt(rooms) : -1);
            }
        }
    }
}
