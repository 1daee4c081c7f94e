package org.horarium.engine.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.PairTable;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.state.State;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Violation;

/** Says why an event cannot be where it is tried: who is where, who is away, which rule speaks against it. */
final class Obstacles {
    private final State state;
    private final CompiledProblem compiled;
    private final Words words;
    private final Map<String, Integer> groups = new HashMap<>();

    Obstacles(State state) {
        this.state = state;
        compiled = state.compiled();
        words = new Words(compiled.problem.grid());
        compiled.problem.groups().forEach(group -> groups.put(group.id(), groups.size()));
    }

    /**
     * The reasons against a place.
     *
     * @param event the event, now at that place
     * @param broken rules that it breaks there
     */
    List<Violation> of(int event, List<Integer> broken) {
        List<Violation> reasons = new ArrayList<>();
        TimePattern time = time(event);
        if (broken.contains(RuleTable.GROUP)) {
            for (int number : compiled.events.groups()[event]) {
                Group group = compiled.problem.groups().get(number);
                String name = "Group " + Words.name(group.id(), group.name());
                away(reasons, HardRule.GROUP_UNAVAILABLE, event, group.id(), name, group.unavailable());
                clashes(reasons, HardRule.GROUP_CLASH, event, group.id(), name, others(event, number));
            }
        }
        if (broken.contains(RuleTable.PERSON)) {
            for (int seat : compiled.staff.seatsOfEvent()[event]) {
                if (state.person(seat) >= 0) {
                    Person person = compiled.problem.people().get(state.person(seat));
                    String name = Words.name(person.id(), person.name());
                    away(reasons, HardRule.PERSON_UNAVAILABLE, event, person.id(), name, person.unavailable());
                    clashes(reasons, HardRule.PERSON_CLASH, event, person.id(), name, given(event, state.person(seat)));
                }
            }
        }
        if (broken.contains(RuleTable.ROOM)) {
            Room room = compiled.problem.rooms().get(state.room(event));
            String name = "Room " + Words.name(room.id(), room.name());
            away(reasons, HardRule.ROOM_UNAVAILABLE, event, room.id(), name, room.unavailable());
            clashes(reasons, HardRule.ROOM_CLASH, event, room.id(), name, inRoom(event));
        }
        if (broken.contains(RuleTable.VACANT)) {
            reasons.add(new Violation(
                    HardRule.STAFF_CANDIDATE,
                    List.of(compiled.event(event).id()),
                    compiled.event(event).id(),
                    1,
                    "%s has nobody for one of its roles.".formatted(Words.name(compiled.event(event)))));
        }
        for (int rule : broken) {
            if (rule >= RuleTable.BUILT_IN) {
                reasons.add(rule(event, rule));
            }
        }
        if (reasons.isEmpty() && !broken.isEmpty()) {
            throw new IllegalStateException("No words for what %s breaks on %s (rules %s)."
                    .formatted(Words.name(compiled.event(event)), words.when(time), broken));
        }
        return reasons;
    }

    private TimePattern time(int event) {
        return compiled.patterns.record(state.pattern(event));
    }

    private Violation rule(int event, int rule) {
        Constraint constraint = compiled.problem.constraints().get(rule - RuleTable.BUILT_IN);
        Map<String, Event> partners = new LinkedHashMap<>();
        PairTable pairs = compiled.constraints.pairs;
        for (int i = pairs.at[event]; i < pairs.at[event + 1]; i++) {
            int other = pairs.other[i];
            if (pairs.has(i, rule)
                    && state.isPlaced(other)
                    && state.wouldBreak(i, state.pattern(event), state.room(event))) {
                partners.put(compiled.event(other).id(), compiled.event(other));
            }
        }
        List<String> events = new ArrayList<>();
        events.add(compiled.event(event).id());
        events.addAll(partners.keySet());
        String with = partners.isEmpty()
                ? ""
                : " with "
                        + Words.list(partners.values().stream()
                                .map(other -> "%s (%s)".formatted(Words.name(other), when(other)))
                                .toList());
        return new Violation(
                HardRule.CONSTRAINT,
                events,
                constraint.id(),
                1,
                "Rule “%s”%s.".formatted(RuleWords.of(constraint), with));
    }

    private String when(Event other) {
        return words.when(time(compiled.problem.events().indexOf(other)));
    }

    private void away(
            List<Violation> reasons,
            HardRule rule,
            int event,
            String id,
            String name,
            Collection<TimePattern> unavailable) {
        TimePattern time = time(event);
        unavailable.stream()
                .filter(time::overlaps)
                .findFirst()
                .ifPresent(when -> reasons.add(new Violation(
                        rule,
                        List.of(compiled.event(event).id()),
                        id,
                        1,
                        "%s is unavailable on %s.".formatted(name, words.shared(time, when)))));
    }

    private void clashes(
            List<Violation> reasons, HardRule rule, int event, String id, String name, List<Integer> others) {
        for (int other : others) {
            reasons.add(new Violation(
                    rule,
                    List.of(compiled.event(event).id(), compiled.event(other).id()),
                    id,
                    1,
                    "%s has %s on %s."
                            .formatted(
                                    name, Words.name(compiled.event(other)), words.shared(time(event), time(other)))));
        }
    }

    private List<Integer> others(int event, int group) {
        return overlapping(event, other -> contains(compiled.events.groups()[other], group));
    }

    private List<Integer> given(int event, int person) {
        return overlapping(event, other -> {
            for (int seat : compiled.staff.seatsOfEvent()[other]) {
                if (state.person(seat) == person) {
                    return true;
                }
            }
            return false;
        });
    }

    private List<Integer> inRoom(int event) {
        return overlapping(event, other -> state.room(other) == state.room(event));
    }

    private List<Integer> overlapping(int event, java.util.function.IntPredicate shares) {
        List<Integer> result = new ArrayList<>();
        for (int other = 0; other < compiled.events.count(); other++) {
            if (other != event
                    && state.isPlaced(other)
                    && compiled.patterns.overlap(state.pattern(event), state.pattern(other))
                    && shares.test(other)) {
                result.add(other);
            }
        }
        return result;
    }

    private static boolean contains(int[] values, int wanted) {
        for (int value : values) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }
}
