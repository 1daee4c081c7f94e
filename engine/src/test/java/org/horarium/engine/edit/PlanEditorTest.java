package org.horarium.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.search.Limits;
import org.horarium.engine.search.Portfolio;
import org.horarium.engine.search.Silent;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verifier, which shares nothing with the editor, has the last word on each answer. */
class PlanEditorTest {
    private static final long FAR = System.nanoTime() + 600_000_000_000L;

    private static Plan solved(Problem problem) {
        return Portfolio.run(
                        CompiledProblem.compile(problem),
                        1,
                        1,
                        Limits.ofWork(20_000_000, FAR, () -> false),
                        Plan.EMPTY,
                        new Silent())
                .plan();
    }

    private static Plan with(Plan plan, List<Placement> changed) {
        Map<String, Placement> all = new LinkedHashMap<>();
        plan.placements().forEach(placement -> all.put(placement.event(), placement));
        changed.forEach(placement -> all.put(placement.event(), placement));
        return new Plan(new ArrayList<>(all.values()), plan.enrolments());
    }

    private static Map<CostComponent, Long> difference(Verdict before, Verdict after) {
        Map<CostComponent, Long> difference = new HashMap<>();
        for (CostComponent component : CostComponent.values()) {
            long change = after.score().cost(component) - before.score().cost(component);
            if (change != 0) {
                difference.put(component, change);
            }
        }
        return difference;
    }

    private static Placement of(Plan plan, String event) {
        return plan.placements().stream()
                .filter(placement -> placement.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> subjects(Verdict verdict) {
        return verdict.violations().stream()
                .map(violation -> violation.rule() + " " + violation.subject())
                .collect(Collectors.toList());
    }

    private static void check(Problem problem, Plan plan, Verdict before, Choice choice) {
        Verdict after = Verifier.verify(problem, with(plan, List.of(choice.placement())));
        assertThat(choice.isLegal()).as("%s: %s", choice, after.violations()).isEqualTo(after.feasible());
        assertThat(choice.change().byComponent()).isEqualTo(difference(before, after));
        List<String> broken = subjects(after);
        choice.reasons().forEach(reason -> assertThat(broken).contains(reason.rule() + " " + reason.subject()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void timesAreLegalWhereTheVerifierSaysSoAndCostWhatItSays(long seed) {
        Problem problem = CollegeLike.of(seed, 3);
        Plan plan = solved(problem);
        Verdict before = Verifier.verify(problem, plan);
        assertThat(before.feasible()).isTrue();
        PlanEditor editor = PlanEditor.open(problem, plan);
        int legal = 0;
        int illegal = 0;
        for (int e = 0; e < problem.events().size(); e += 5) {
            Event event = problem.events().get(e);
            List<Choice> choices = editor.times(event.id());
            assertThat(choices).hasSameSizeAs(event.times());
            for (Choice choice : choices) {
                check(problem, plan, before, choice);
                legal += choice.isLegal() ? 1 : 0;
                illegal += choice.isLegal() ? 0 : 1;
            }
        }
        assertThat(legal).isPositive();
        assertThat(illegal).isPositive();
    }

    @Test
    void roomsAndPeopleAreLegalWhereTheVerifierSaysSo() {
        Problem problem = CollegeLike.of(4, 3);
        Plan plan = solved(problem);
        Verdict before = Verifier.verify(problem, plan);
        PlanEditor editor = PlanEditor.open(problem, plan);
        int people = 0;
        for (int e = 0; e < problem.events().size(); e += 3) {
            Placement placement = of(plan, problem.events().get(e).id());
            List<Choice> rooms = editor.rooms(placement.event(), placement.time());
            assertThat(rooms).hasSameSizeAs(problem.events().get(e).rooms());
            rooms.forEach(choice -> check(problem, plan, before, choice));
            List<Choice> others = editor.people(
                    placement.event(),
                    placement.staff().get(0).role(),
                    placement.staff().get(0).person());
            others.stream()
                    .filter(choice -> problem.constraints().stream()
                            .noneMatch(constraint -> constraint instanceof org.horarium.engine.model.SameStaff same
                                    && same.events().contains(placement.event())))
                    .forEach(choice -> check(problem, plan, before, choice));
            people += others.size();
        }
        assertThat(people).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void suggestionsDoWhatTheyPromise(int depth) {
        Problem problem = CollegeLike.of(5, 3);
        Plan plan = solved(problem);
        Verdict before = Verifier.verify(problem, plan);
        PlanEditor editor = PlanEditor.open(problem, plan);
        int found = 0;
        for (int e = 1; e < problem.events().size(); e += 12) {
            Event event = problem.events().get(e);
            TimePattern wish = editor.times(event.id()).stream()
                    .filter(choice -> !choice.isLegal())
                    .findFirst()
                    .orElseThrow()
                    .placement()
                    .time();
            List<Suggestion> suggestions = new ArrayList<>(editor.suggest(event.id(), wish, depth, 4, () -> false));
            suggestions.forEach(suggestion ->
                    assertThat(suggestion.steps().get(0).after().time()).isEqualTo(wish));
            suggestions.addAll(editor.suggest(event.id(), null, depth, 4, () -> false));
            for (Suggestion suggestion : suggestions) {
                assertThat(suggestion.steps()).hasSizeBetween(1, depth);
                assertThat(suggestion.steps().get(0).after().event()).isEqualTo(event.id());
                suggestion
                        .steps()
                        .forEach(step -> assertThat(step.before())
                                .isEqualTo(of(plan, step.after().event())));
                Verdict after = Verifier.verify(
                        problem,
                        with(
                                plan,
                                suggestion.steps().stream()
                                        .map(Suggestion.Step::after)
                                        .toList()));
                assertThat(after.violations()).isEmpty();
                assertThat(suggestion.change().byComponent()).isEqualTo(difference(before, after));
            }
            found += suggestions.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void asksLeaveTheEditorAsItWas() {
        Problem problem = CollegeLike.of(6, 2);
        Plan plan = solved(problem);
        PlanEditor editor = PlanEditor.open(problem, plan);
        String event = problem.events().get(3).id();
        List<Choice> first = editor.times(event);
        for (Event other : problem.events()) {
            editor.times(other.id());
            editor.suggest(other.id(), null, 2, 3, () -> false);
            Placement placement = of(plan, other.id());
            placement.staff().forEach(staff -> editor.people(other.id(), staff.role(), staff.person()));
        }
        assertThat(editor.times(event)).isEqualTo(first);
    }

    @Test
    void pinnedEventsStayAndSaySo() {
        Problem free = CollegeLike.of(7, 2);
        Plan plan = solved(free);
        Placement fixed = plan.placements().get(0);
        Problem problem = CollegeLike.of(7, 2, List.of(new Pin(fixed.event(), fixed.time(), fixed.room(), List.of())));
        PlanEditor editor = PlanEditor.open(problem, plan);
        for (Choice choice : editor.times(fixed.event())) {
            boolean own = choice.placement().time().equals(fixed.time());
            assertThat(choice.isLegal()).isEqualTo(own);
            choice.reasons().forEach(reason -> assertThat(reason.rule()).isEqualTo(HardRule.PIN));
        }
        assertThat(editor.suggest(fixed.event(), null, 2, 5, () -> false)).isEmpty();
        for (Event event : problem.events()) {
            for (Suggestion suggestion : editor.suggest(event.id(), null, 2, 5, () -> false)) {
                assertThat(suggestion.steps())
                        .noneMatch(step -> step.after().event().equals(fixed.event()));
            }
        }
    }

    @Test
    void whatAPlannerInsistsOnIsInTheWayOfOthersAndCanBeMovedAgain() {
        Problem problem = CollegeLike.of(8, 2);
        Plan plan = solved(problem);
        Event event =
                problem.events().stream().filter(Event::needsRoom).findFirst().orElseThrow();
        Placement now = of(plan, event.id());
        String foreign = problem.rooms().stream()
                .map(org.horarium.engine.model.Room::id)
                .filter(room ->
                        event.rooms().stream().noneMatch(option -> option.room().equals(room)))
                .findFirst()
                .orElseThrow();
        Plan odd = with(plan, List.of(new Placement(event.id(), now.time(), foreign, now.staff())));
        PlanEditor editor = PlanEditor.open(problem, odd);
        assertThat(editor.times(event.id())).anyMatch(Choice::isLegal);
        boolean seen = false;
        for (Event other : problem.events()) {
            boolean wants = !other.id().equals(event.id())
                    && other.rooms().stream().anyMatch(option -> option.room().equals(foreign))
                    && other.times().stream()
                            .anyMatch(option -> option.pattern().overlaps(now.time()));
            if (wants) {
                TimePattern time = other.times().stream()
                        .map(org.horarium.engine.model.TimeOption::pattern)
                        .filter(now.time()::overlaps)
                        .findFirst()
                        .orElseThrow();
                assertThat(editor.rooms(other.id(), time))
                        .filteredOn(choice -> Objects.equals(choice.placement().room(), foreign))
                        .allMatch(choice -> choice.reasons().stream()
                                .anyMatch(reason -> reason.events().contains(event.id())));
                seen = true;
            }
        }
        assertThat(seen).isTrue();
    }

    @Test
    void anEventWithoutAPlaceGetsOneWithPeopleWhoAreFree() {
        Problem problem = CollegeLike.of(10, 2);
        Plan whole = solved(problem);
        Placement out = whole.placements().get(5);
        Plan plan = new Plan(
                whole.placements().stream()
                        .filter(placement -> placement != out)
                        .toList(),
                whole.enrolments());
        Verdict before = Verifier.verify(problem, plan);
        List<Choice> choices = PlanEditor.open(problem, plan).times(out.event());
        assertThat(choices).anyMatch(Choice::isLegal);
        for (Choice choice : choices) {
            check(problem, plan, before, choice);
            assertThat(choice.placement().staff()).hasSameSizeAs(out.staff());
        }
        assertThat(PlanEditor.open(problem, plan).suggest(out.event(), out.time(), 1, 3, () -> false))
                .isNotEmpty();
    }

    @Test
    void namesAnUnknownEvent() {
        PlanEditor editor = PlanEditor.open(CollegeLike.of(9, 1), Plan.EMPTY);
        assertThatThrownBy(() -> editor.times("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }
}
