package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;

/**
 * Events that can never be at the same time, because they share something that is there once.
 *
 * @param family of proofs about it
 * @param owner what they share: a person, a group, a room, or a rule
 * @param events those that take part in checks, two or more
 */
record Exclusive(Family family, Subject owner, List<OpenEvent> events) {
    /** Everything exclusive in a problem, as far as the narrowing has come. */
    static List<Exclusive> all(Situation situation) {
        List<Exclusive> all = new ArrayList<>();
        situation
                .forced()
                .forEach((person, events) ->
                        all.add(new Exclusive(Family.PERSON_TIME, situation.personSubject(person), events)));
        situation
                .problem
                .groups()
                .forEach(group -> all.add(new Exclusive(
                        Family.GROUP_TIME, situation.groupSubject(group.id()), situation.ofGroup(group.id()))));
        situation.problem.rooms().forEach(room -> {
            List<OpenEvent> events = situation.open().stream()
                    .filter(event -> event.inRoom && event.rooms.size() == 1 && event.rooms.contains(room.id()))
                    .toList();
            all.add(new Exclusive(Family.ROOM_TIME, situation.roomSubject(room.id()), events));
        });
        for (Distribution rule : situation.hard(Distribution.class)) {
            if (rule.rule() instanceof DistributionRule.NotOverlap
                    || rule.rule() instanceof DistributionRule.SameAttendees) {
                all.add(new Exclusive(Family.CONTRADICTION, Situation.subject(rule), situation.openOf(rule.events())));
            }
        }
        for (Cumulative rule : situation.hard(Cumulative.class)) {
            List<String> large = rule.demands().stream()
                    .filter(demand -> 2L * demand.amount() > rule.capacity())
                    .map(Cumulative.Demand::event)
                    .toList();
            all.add(new Exclusive(Family.EQUIPMENT, Situation.subject(rule), situation.openOf(large)));
        }
        all.removeIf(exclusive -> exclusive.events.size() < 2);
        return all;
    }
}
