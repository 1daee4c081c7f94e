package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.WorkingDays;

/** Copies of a problem with one part changed. */
final class Changed {
    private Changed() {}

    static Problem pins(Problem p, List<Pin> pins) {
        return new Problem(
                p.name(),
                p.grid(),
                p.rooms(),
                p.people(),
                p.groups(),
                p.events(),
                p.courses(),
                p.students(),
                p.constraints(),
                p.weights(),
                pins);
    }

    static Problem events(Problem p, UnaryOperator<Event> change) {
        return new Problem(
                p.name(),
                p.grid(),
                p.rooms(),
                p.people(),
                p.groups(),
                p.events().stream().map(change).toList(),
                p.courses(),
                p.students(),
                p.constraints(),
                p.weights(),
                p.pins());
    }

    static Problem constraints(Problem p, List<Constraint> constraints) {
        return new Problem(
                p.name(),
                p.grid(),
                p.rooms(),
                p.people(),
                p.groups(),
                p.events(),
                p.courses(),
                p.students(),
                constraints,
                p.weights(),
                p.pins());
    }

    static Problem unavailable(Problem p, Rule rule, UnaryOperator<List<TimePattern>> change) {
        return new Problem(
                p.name(),
                p.grid(),
                p.rooms().stream()
                        .map(room ->
                                rule.kind() == Rule.Kind.ROOM_AWAY && room.id().equals(rule.id())
                                        ? new Room(
                                                room.id(),
                                                room.name(),
                                                room.capacity(),
                                                room.building(),
                                                change.apply(room.unavailable()),
                                                room.travel())
                                        : room)
                        .toList(),
                p.people().stream()
                        .map(person -> rule.kind() == Rule.Kind.PERSON_AWAY
                                        && person.id().equals(rule.id())
                                ? new Person(person.id(), person.name(), change.apply(person.unavailable()))
                                : person)
                        .toList(),
                p.groups().stream()
                        .map(group -> rule.kind() == Rule.Kind.GROUP_AWAY
                                        && group.id().equals(rule.id())
                                ? new Group(group.id(), group.name(), group.size(), change.apply(group.unavailable()))
                                : group)
                        .toList(),
                p.events(),
                p.courses(),
                p.students(),
                p.constraints(),
                p.weights(),
                p.pins());
    }

    static Problem without(Problem p, String event) {
        List<Constraint> constraints = new ArrayList<>();
        p.constraints().forEach(constraint -> constraints.add(without(constraint, event)));
        return new Problem(
                p.name(),
                p.grid(),
                p.rooms(),
                p.people(),
                p.groups(),
                p.events().stream().filter(one -> !one.id().equals(event)).toList(),
                p.courses(),
                p.students(),
                constraints,
                p.weights(),
                p.pins().stream().filter(pin -> !pin.event().equals(event)).toList());
    }

    private static Constraint without(Constraint constraint, String event) {
        List<String> rest = Surroundings.events(constraint).stream()
                .filter(id -> !id.equals(event))
                .toList();
        if (constraint instanceof Distribution c) {
            return new Distribution(c.id(), c.rule(), rest, c.strength());
        } else if (constraint instanceof MinDaysBetween c) {
            return new MinDaysBetween(c.id(), rest, c.days(), c.strength());
        } else if (constraint instanceof WorkingDays c) {
            return new WorkingDays(c.id(), rest, Math.max(1, Math.min(c.days(), rest.size())), c.strength());
        } else if (constraint instanceof RoomStability c) {
            return new RoomStability(c.id(), rest, c.strength());
        } else if (constraint instanceof SameStaff c) {
            return new SameStaff(c.id(), c.role(), rest, c.strength());
        } else if (constraint instanceof Cumulative c) {
            return new Cumulative(
                    c.id(),
                    c.name(),
                    c.demands().stream()
                            .filter(demand -> !demand.event().equals(event))
                            .toList(),
                    c.capacity(),
                    c.strength());
        }
        return constraint;
    }
}
