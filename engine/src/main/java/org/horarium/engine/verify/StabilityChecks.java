package org.horarium.engine.verify;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.text.Words;

/** One room, and the same people, for what belongs together. */
final class StabilityChecks {
    private StabilityChecks() {}

    static List<Breach> roomStability(PlanIndex index, RoomStability constraint) {
        Set<String> rooms = index.placed(constraint.events()).stream()
                .map(Placed::room)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (rooms.size() <= constraint.rooms()) {
            return List.of();
        }
        return List.of(new Breach(
                constraint.events(),
                rooms.size() - constraint.rooms(),
                "%s use %d rooms (%s), at most %d"
                        .formatted(
                                Words.count(constraint.events().size(), "event"),
                                rooms.size(),
                                Words.list(rooms),
                                constraint.rooms())));
    }

    static List<Breach> sameStaff(PlanIndex index, SameStaff constraint) {
        List<Placed> placed = index.placed(constraint.events());
        Set<String> people = placed.stream()
                .flatMap(item -> item.staff().stream())
                .filter(assignment -> assignment.role().equals(constraint.role()))
                .map(StaffAssignment::person)
                .collect(Collectors.toCollection(TreeSet::new));
        int needed = placed.stream()
                .flatMap(item -> item.event().staff().stream())
                .filter(need -> need.role().equals(constraint.role()))
                .mapToInt(StaffNeed::count)
                .max()
                .orElse(0);
        if (people.size() <= needed) {
            return List.of();
        }
        return List.of(new Breach(
                constraint.events(),
                people.size() - needed,
                "%s have %d different people (%s) as %s instead of %d"
                        .formatted(
                                Words.count(constraint.events().size(), "event"),
                                people.size(),
                                Words.list(people),
                                constraint.role(),
                                needed)));
    }
}
