package org.horarium.engine.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.WorkingDays;

/** What lies around some events: the events they share something with, and the rules that touch them. */
final class Surroundings {
    private final Situation situation;
    private final Map<String, Set<String>> eventsOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> thingsOf = new LinkedHashMap<>();

    Surroundings(Situation situation) {
        this.situation = situation;
        for (OpenEvent event : situation.open()) {
            event.event.groups().forEach(group -> link(event.id(), "group " + group));
            event.needs.forEach(need -> need.candidates().forEach(person -> link(event.id(), "person " + person)));
            event.rooms.forEach(room -> link(event.id(), "room " + room));
        }
        for (Constraint constraint : situation.problem.constraints()) {
            if (constraint.strength() instanceof Strength.Hard) {
                events(constraint).forEach(event -> link(event, "constraint " + constraint.id()));
            }
        }
    }

    private void link(String event, String thing) {
        eventsOf.computeIfAbsent(thing, key -> new LinkedHashSet<>()).add(event);
        thingsOf.computeIfAbsent(event, key -> new LinkedHashSet<>()).add(thing);
    }

    /** The events a constraint lists; none for those on people and groups. */
    static List<String> events(Constraint constraint) {
        if (constraint instanceof Distribution c) {
            return c.events();
        } else if (constraint instanceof MinDaysBetween c) {
            return c.events();
        } else if (constraint instanceof WorkingDays c) {
            return c.events();
        } else if (constraint instanceof RoomStability c) {
            return c.events();
        } else if (constraint instanceof SameStaff c) {
            return c.events();
        } else if (constraint instanceof Cumulative c) {
            return c.demands().stream().map(Cumulative.Demand::event).toList();
        }
        return List.of();
    }

    /**
     * Some events and those nearest to them: first those that share a scarce thing, wave by wave.
     *
     * @param focus where to begin
     * @param most how many events at most, if there are not more to begin with
     */
    Set<String> grow(Collection<String> focus, int most) {
        Set<String> reached = new LinkedHashSet<>(focus);
        ArrayDeque<String> queue = new ArrayDeque<>(reached);
        while (!queue.isEmpty() && reached.size() < most) {
            List<String> things = new ArrayList<>(thingsOf.getOrDefault(queue.remove(), Set.of()));
            things.sort((a, b) -> Integer.compare(users(a), users(b)));
            for (String thing : things) {
                for (String event : eventsOf.getOrDefault(thing, Set.of())) {
                    if (reached.size() < most && reached.add(event)) {
                        queue.add(event);
                    }
                }
            }
        }
        return reached;
    }

    private int users(String thing) {
        return eventsOf.getOrDefault(thing, Set.of()).size();
    }

    /** Every rule that touches some of the events: what is told best when it is part of a conflict first, events last. */
    List<Rule> rules(Set<String> events) {
        Set<String> things = new LinkedHashSet<>();
        events.forEach(event -> things.addAll(thingsOf.getOrDefault(event, Set.of())));
        List<Rule> rules = new ArrayList<>();
        situation.problem.people().stream()
                .filter(person -> things.contains("person " + person.id()))
                .forEach(person -> {
                    rules.add(Rule.of(Rule.Kind.PERSON_CLASH, person.id()));
                    away(
                            rules,
                            Rule.Kind.PERSON_AWAY,
                            person.id(),
                            person.unavailable().size());
                });
        situation.problem.groups().stream()
                .filter(group -> things.contains("group " + group.id()))
                .forEach(group -> {
                    rules.add(Rule.of(Rule.Kind.GROUP_CLASH, group.id()));
                    away(
                            rules,
                            Rule.Kind.GROUP_AWAY,
                            group.id(),
                            group.unavailable().size());
                });
        for (Constraint constraint : situation.problem.constraints()) {
            if (constraint.strength() instanceof Strength.Hard) {
                constraint(rules, constraint, things);
            }
        }
        situation.problem.rooms().stream()
                .filter(room -> things.contains("room " + room.id()))
                .forEach(room -> {
                    rules.add(Rule.of(Rule.Kind.ROOM_CLASH, room.id()));
                    away(
                            rules,
                            Rule.Kind.ROOM_AWAY,
                            room.id(),
                            room.unavailable().size());
                });
        situation.problem.pins().stream()
                .filter(pin -> events.contains(pin.event()))
                .forEach(pin -> rules.add(Rule.of(Rule.Kind.PIN, pin.event())));
        events.forEach(event -> rules.add(Rule.of(Rule.Kind.EVENT, event)));
        return rules;
    }

    private static void away(List<Rule> rules, Rule.Kind kind, String id, int times) {
        for (int k = 0; k < times; k++) {
            rules.add(new Rule(kind, id, Integer.toString(k)));
        }
    }

    private static void constraint(List<Rule> rules, Constraint constraint, Set<String> things) {
        if (constraint instanceof CalendarConstraint calendar) {
            String kind = calendar.kind() == MemberKind.GROUP ? "group " : "person ";
            calendar.members().stream()
                    .filter(member -> things.contains(kind + member))
                    .forEach(member -> rules.add(new Rule(Rule.Kind.CONSTRAINT, constraint.id(), member)));
        } else if (constraint instanceof LoadBalance
                || constraint instanceof StaffFairness
                || things.contains("constraint " + constraint.id())) {
            rules.add(Rule.of(Rule.Kind.CONSTRAINT, constraint.id()));
        }
    }
}
