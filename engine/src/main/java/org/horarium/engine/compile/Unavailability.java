package org.horarium.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.TimePattern;

/** When rooms, people and groups cannot be used, as bits of the grid. */
final class Unavailability {
    final long[] rooms;
    final long[] people;
    final long[] groups;

    private final TimeAxis axis;
    private final Patterns patterns;
    private final Map<TimePattern, Integer> numbers = new HashMap<>();

    Unavailability(TimeAxis axis, Patterns patterns, Problem problem) {
        this.axis = axis;
        this.patterns = patterns;
        for (int p = 0; p < patterns.count; p++) {
            numbers.put(patterns.record(p), p);
        }
        rooms = bits(problem.rooms().stream().map(Room::unavailable).toList());
        people = bits(problem.people().stream().map(Person::unavailable).toList());
        groups = bits(problem.groups().stream().map(Group::unavailable).toList());
    }

    private long[] bits(List<List<TimePattern>> byMember) {
        long[] result = new long[byMember.size() * axis.cells];
        for (int m = 0; m < byMember.size(); m++) {
            for (TimePattern pattern : byMember.get(m)) {
                int p = numbers.getOrDefault(pattern, patterns.none);
                for (int i = patterns.cellAt[p]; i < patterns.cellAt[p + 1]; i++) {
                    result[m * axis.cells + patterns.cell[i]] |= patterns.cellMask[i];
                }
            }
        }
        return result;
    }

    /** Whether a pattern meets a bit of a member. */
    static boolean meets(Patterns patterns, long[] bits, int cells, int member, int pattern) {
        for (int i = patterns.cellAt[pattern]; i < patterns.cellAt[pattern + 1]; i++) {
            if ((bits[member * cells + patterns.cell[i]] & patterns.cellMask[i]) != 0) {
                return true;
            }
        }
        return false;
    }
}
