package org.horarium.engine.cells;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;

/**
 * The slots of a problem as bits. Weeks that no time pattern of the problem tells apart form one <i>kind of week</i> (one
 * kind in most schools, two with A and B weeks); a <i>cell</i> is a kind of week × day × slot, numbered in that order.
 * Counting one week of each kind is enough for every proof here: what does not fit one week does not fit the term.
 */
public final class WeekCells {
    private final Grid grid;
    private final long[] kinds;
    private final Map<TimePattern, BitSet> cells = new HashMap<>();

    /** The cells of a problem. */
    public WeekCells(Problem problem) {
        this.grid = problem.grid();
        Set<Long> masks = masks(problem);
        Map<List<Long>, Long> kindOf = new LinkedHashMap<>();
        for (int week = 0; week < grid.weeks(); week++) {
            List<Long> signature = new ArrayList<>();
            for (long mask : masks) {
                if ((mask >>> week & 1) != 0) {
                    signature.add(mask);
                }
            }
            kindOf.merge(signature, 1L << week, (a, b) -> a | b);
        }
        kinds = kindOf.values().stream().mapToLong(Long::longValue).toArray();
    }

    private static Set<Long> masks(Problem problem) {
        Set<Long> masks = new HashSet<>();
        for (Event event : problem.events()) {
            for (TimeOption option : event.times()) {
                masks.add(option.pattern().weeks());
            }
        }
        for (Pin pin : problem.pins()) {
            TimePattern time = pin.time();
            if (time != null) {
                masks.add(time.weeks());
            }
        }
        for (Group group : problem.groups()) {
            group.unavailable().forEach(time -> masks.add(time.weeks()));
        }
        for (Person person : problem.people()) {
            person.unavailable().forEach(time -> masks.add(time.weeks()));
        }
        for (Room room : problem.rooms()) {
            room.unavailable().forEach(time -> masks.add(time.weeks()));
        }
        return masks;
    }

    /** Number of kinds of weeks. */
    public int kinds() {
        return kinds.length;
    }

    /** Days of a week. */
    public int days() {
        return grid.days();
    }

    /** Slots of a day. */
    public int slots() {
        return grid.slotsPerDay();
    }

    /** Number of cells. */
    public int size() {
        return kinds.length * grid.days() * grid.slotsPerDay();
    }

    /** Number of the first cell of a day in a kind of week. */
    public int first(int kind, int day) {
        return (kind * grid.days() + day) * grid.slotsPerDay();
    }

    /** Whether a time meets in a kind of week. */
    public boolean meets(TimePattern time, int kind) {
        return (time.weeks() & kinds[kind]) != 0;
    }

    /** The weeks of a kind, as a mask. */
    public long weeks(int kind) {
        return kinds[kind];
    }

    /** The cells of a time. Not to be changed. */
    public BitSet of(TimePattern time) {
        return cells.computeIfAbsent(time, this::compute);
    }

    private BitSet compute(TimePattern time) {
        BitSet set = new BitSet(size());
        for (int kind = 0; kind < kinds.length; kind++) {
            for (int day = 0; day < grid.days() && meets(time, kind); day++) {
                if ((time.days() >>> day & 1) != 0) {
                    set.set(first(kind, day) + time.start(), first(kind, day) + time.end());
                }
            }
        }
        return set;
    }

    /** Number of cells of a time. */
    public int count(TimePattern time) {
        int met = 0;
        for (int kind = 0; kind < kinds.length; kind++) {
            met += meets(time, kind) ? 1 : 0;
        }
        return met * Integer.bitCount(time.days()) * time.length();
    }

    /** Cells of any of the times. */
    public BitSet union(Iterable<TimePattern> times) {
        BitSet set = new BitSet(size());
        times.forEach(time -> set.or(of(time)));
        return set;
    }

    /** All cells but those of some times. */
    public BitSet without(List<TimePattern> times) {
        BitSet set = new BitSet(size());
        set.set(0, size());
        times.forEach(time -> set.andNot(of(time)));
        return set;
    }
}
