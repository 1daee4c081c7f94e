package org.horarium.engine.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.horarium.engine.compile.CalendarTable;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.ConstraintTables;
import org.horarium.engine.compile.EventTable;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.compile.TimeAxis;
import org.jspecify.annotations.Nullable;

/**
 * A problem whose events take one slot of one day each, as small tables. Curricula of schools and universities are often
 * like that: a slot and a room for each event, its people known, rules on the days of groups and people, on the days
 * and the rooms of a course. What the few rules cost can then be looked up, and nobody is ever twice in a slot.
 *
 * <p>Events that differ in nothing (the lectures of a course) are of one <i>kind</i>. A <i>member</i> is a group or a person
 * with rules on its days.
 */
public final class SlotTable {
    /** What breaks a hard rule costs at least so much, and all else together less. */
    public static final int FORBIDDEN = 1 << 24;

    private static final int DEAREST = 1 << 16;
    private static final int MOST_SLOTS_OF_DAY = 12;
    private static final int MOST_ENTRIES = 1 << 22;

    /** Days. */
    public final int days;

    /** Slots of a day; slot s of day d has the number {@code d × slotsOfDay + s}. */
    public final int slotsOfDay;

    /** Number of slots of all days. */
    public final int slots;

    /** Number of rooms. */
    public final int rooms;

    /** Kind of each event. */
    public final int[] kindOf;

    /** Number of kinds. */
    public final int kinds;

    /** Cost of a slot or {@link #FORBIDDEN}, {@code [kind * slots + slot]}. */
    public final int[] slotCost;

    /** Slots that are not forbidden, by kind. */
    public final int[][] slotsOf;

    /** Cost of a room or {@link #FORBIDDEN}, {@code [kind * rooms + room]}. */
    public final int[] roomCost;

    /** Rooms that are not forbidden, by kind. */
    public final int[][] roomsOf;

    /** Whether a room can be had in a slot, {@code [slot * rooms + room]}. */
    public final boolean[] isOpen;

    /** Whether two kinds share a group or a person, {@code [kind * kinds + kind]}. */
    public final boolean[] isRival;

    /** The kinds that share a group or a person with a kind, itself among them. */
    public final int[][] rivals;

    /** Whether the change that two kinds make together is more than that of each, {@code [kind * kinds + kind]}. */
    public final boolean[] isTied;

    /** Members that attend or give a kind. */
    public final int[][] members;

    /** Number of members. */
    public final int memberCount;

    /** Where in {@link #dayCost} the costs of a member's day begin, {@code [member * days + day]}. */
    public final int[] dayCostAt;

    /** Cost of a day by the bits of its busy slots. */
    public final int[] dayCost;

    /** Sets of events over whose days there is a rule, by kind. */
    public final int[][] daySets;

    /** Cost of a set by the number of its days, {@code [set * (days + 1) + number]}. */
    public final int[] daySetCost;

    /** Number of sets over whose days there is a rule. */
    public final int daySetCount;

    /** Sets of events over whose rooms there is a rule, by kind. */
    public final int[][] roomSets;

    /** Number of rooms that a set may use without cost. */
    public final int[] roomSetFree;

    /** Cost of each further one. */
    public final int[] roomSetCost;

    /** Slot of each pattern. */
    public final int[] slotOfPattern;

    /** Thrown where a problem cannot be said in these tables. */
    private static final class Unsuited extends Exception {
        private static final long serialVersionUID = 1;
    }

    private SlotTable(CompiledProblem compiled) throws Unsuited {
        TimeAxis axis = compiled.axis;
        EventTable events = compiled.events;
        days = axis.days;
        slotsOfDay = axis.slots;
        slots = days * slotsOfDay;
        rooms = compiled.rooms.count;
        requireSmall(compiled);
        slotOfPattern = new int[compiled.patterns.count];
        for (int p = 0; p < slotOfPattern.length; p++) {
            slotOfPattern[p] = compiled.patterns.firstDay[p] * slotsOfDay + compiled.patterns.start[p];
        }
        int[][] people = people(compiled);
        List<Integer> first = new ArrayList<>();
        kindOf = kinds(compiled, people, first);
        kinds = first.size();
        slotCost = filled(kinds * slots);
        roomCost = filled(kinds * rooms);
        slotsOf = new int[kinds][];
        roomsOf = new int[kinds][];
        isOpen = new boolean[slots * rooms];
        for (int slot = 0; slot < slots; slot++) {
            for (int room = 0; room < rooms; room++) {
                isOpen[slot * rooms + room] = isFree(compiled.rooms.unavailable, room * axis.cells, slot);
            }
        }
        for (int kind = 0; kind < kinds; kind++) {
            int event = first.get(kind);
            for (int i = 0; i < events.times()[event].length; i++) {
                int slot = slotOfPattern[events.times()[event][i]];
                if (isFree(compiled.groupUnavailable, axis.cells, events.groups()[event], slot)
                        && isFree(compiled.personUnavailable, axis.cells, people[event], slot)) {
                    slotCost[kind * slots + slot] = small(events.timeCosts()[event][i]);
                }
            }
            for (int i = 0; i < events.rooms()[event].length; i++) {
                roomCost[kind * rooms + events.rooms()[event][i]] = small(events.roomCosts()[event][i]);
            }
            slotsOf[kind] = allowed(slotCost, kind * slots, slots);
            roomsOf[kind] = allowed(roomCost, kind * rooms, rooms);
        }
        Days table = new Days(compiled);
        members = new int[kinds][];
        for (int kind = 0; kind < kinds; kind++) {
            int event = first.get(kind);
            members[kind] = table.members(events.groups()[event], people[event]);
        }
        memberCount = table.count();
        dayCostAt = table.at.toArray();
        dayCost = table.cost.toArray();
        SetTable working = compiled.constraints.workingDays;
        SetTable most = compiled.constraints.maxDays;
        daySetCount = working.count + most.count;
        daySetCost = new int[daySetCount * (days + 1)];
        daySetCosts(compiled, working, 0, true);
        daySetCosts(compiled, most, working.count, false);
        SetTable stability = compiled.constraints.stability;
        roomSetFree = stability.first;
        roomSetCost = new int[stability.count];
        for (int set = 0; set < stability.count; set++) {
            roomSetCost[set] = unitCost(compiled, stability.rule[set]);
        }
        daySets = new int[kinds][];
        roomSets = new int[kinds][];
        for (int kind = 0; kind < kinds; kind++) {
            int event = first.get(kind);
            IntList sets = new IntList();
            Arrays.stream(working.ofEvent[event]).forEach(sets::add);
            Arrays.stream(most.ofEvent[event]).forEach(set -> sets.add(working.count + set));
            daySets[kind] = sets.toArray();
            roomSets[kind] = stability.ofEvent[event];
        }
        isRival = new boolean[kinds * kinds];
        isTied = new boolean[kinds * kinds];
        rivals = new int[kinds][];
        for (int a = 0; a < kinds; a++) {
            IntList list = new IntList();
            for (int b = 0; b < kinds; b++) {
                int one = first.get(a);
                int two = first.get(b);
                boolean rival = meet(events.groups()[one], events.groups()[two]) || meet(people[one], people[two]);
                isRival[a * kinds + b] = rival;
                isTied[a * kinds + b] = rival || meet(daySets[a], daySets[b]) || meet(roomSets[a], roomSets[b]);
                if (rival) {
                    list.add(b);
                }
            }
            rivals[a] = list.toArray();
        }
    }

    /** The tables, or null where the problem is of another sort or too large for them. */
    public static @Nullable SlotTable of(CompiledProblem compiled) {
        try {
            return new SlotTable(compiled);
        } catch (Unsuited e) {
            return null;
        }
    }

    private void requireSmall(CompiledProblem compiled) throws Unsuited {
        ConstraintTables constraints = compiled.constraints;
        TimeAxis axis = compiled.axis;
        require(axis.classes.count == 1 && axis.words == 1 && axis.slots <= MOST_SLOTS_OF_DAY && rooms > 0);
        require(compiled.events.count() > 0 && compiled.students.demands == 0 && compiled.changes.count == 0);
        require(constraints.pairs.other.length == 0);
        require(constraints.dayLoads.count == 0 && constraints.cumulatives.count == 0);
        require(constraints.breaks.count == 0 && constraints.blocks.count == 0);
        require(!constraints.anyRoutes() && constraints.selections.sets.count == 0);
        for (int event = 0; event < compiled.events.count(); event++) {
            require(compiled.events.needsRoom()[event]);
            for (int pattern : compiled.events.times()[event]) {
                require(compiled.patterns.soleCell[pattern] >= 0 && compiled.patterns.load[pattern] == axis.weeks);
            }
        }
    }

    /** The people who give each event, whatever the plan. */
    private static int[][] people(CompiledProblem compiled) throws Unsuited {
        StaffTable staff = compiled.staff;
        int[][] people = new int[compiled.events.count()][];
        for (int event = 0; event < people.length; event++) {
            IntList list = new IntList();
            for (int decision : staff.decisionsOfEvent()[event]) {
                int[] seats = staff.seatsOf()[decision];
                boolean pinned = Arrays.stream(seats).allMatch(seat -> staff.pinned()[seat] >= 0);
                require(pinned || staff.candidates()[decision].length <= seats.length);
                for (int i = 0; i < staff.candidates()[decision].length; i++) {
                    int candidate = i;
                    if (!pinned || Arrays.stream(seats).anyMatch(seat -> staff.pinned()[seat] == candidate)) {
                        list.add(staff.candidates()[decision][i]);
                    }
                }
            }
            people[event] = list.toArray();
        }
        return people;
    }

    private static int[] kinds(CompiledProblem compiled, int[][] people, List<Integer> first) {
        EventTable events = compiled.events;
        ConstraintTables constraints = compiled.constraints;
        Map<List<List<Long>>, Integer> numbers = new HashMap<>();
        int[] kindOf = new int[events.count()];
        for (int event = 0; event < kindOf.length; event++) {
            List<List<Long>> key = List.of(
                    boxed(events.times()[event]),
                    boxed(LongStream.of(events.timeCosts()[event])),
                    boxed(events.rooms()[event]),
                    boxed(LongStream.of(events.roomCosts()[event])),
                    boxed(events.groups()[event]),
                    boxed(people[event]),
                    boxed(constraints.workingDays.ofEvent[event]),
                    boxed(constraints.maxDays.ofEvent[event]),
                    boxed(constraints.stability.ofEvent[event]));
            Integer known = numbers.putIfAbsent(key, first.size());
            if (known == null) {
                first.add(event);
            }
            kindOf[event] = known == null ? first.size() - 1 : known;
        }
        return kindOf;
    }

    private static List<Long> boxed(int[] values) {
        return boxed(Arrays.stream(values).asLongStream());
    }

    private static List<Long> boxed(LongStream values) {
        return values.boxed().toList();
    }

    private void daySetCosts(CompiledProblem compiled, SetTable table, int offset, boolean atLeast) throws Unsuited {
        for (int set = 0; set < table.count; set++) {
            int cost = unitCost(compiled, table.rule[set]);
            for (int number = 0; number <= days; number++) {
                int units = Math.max(0, atLeast ? table.first[set] - number : number - table.first[set]);
                daySetCost[(offset + set) * (days + 1) + number] = units * cost;
            }
        }
    }

    private static int unitCost(CompiledProblem compiled, int rule) throws Unsuited {
        require(compiled.rules.divisor[rule] == 0);
        return compiled.rules.hard[rule] ? FORBIDDEN : small(compiled.rules.penalty[rule]);
    }

    private boolean isFree(long[] unavailable, int at, int slot) {
        return (unavailable[at + slot / slotsOfDay] >>> slot % slotsOfDay & 1) == 0;
    }

    private boolean isFree(long[] unavailable, int cells, int[] who, int slot) {
        for (int one : who) {
            if (!isFree(unavailable, one * cells, slot)) {
                return false;
            }
        }
        return true;
    }

    private static boolean meet(int[] some, int[] others) {
        for (int a : some) {
            for (int b : others) {
                if (a == b) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int[] filled(int size) {
        int[] costs = new int[size];
        Arrays.fill(costs, FORBIDDEN);
        return costs;
    }

    private static int[] allowed(int[] costs, int from, int count) {
        IntList list = new IntList();
        for (int i = 0; i < count; i++) {
            if (costs[from + i] < FORBIDDEN) {
                list.add(i);
            }
        }
        return list.toArray();
    }

    private static int small(long cost) throws Unsuited {
        require(Math.abs(cost) <= DEAREST);
        return (int) cost;
    }

    private static void require(boolean holds) throws Unsuited {
        if (!holds) {
            throw new Unsuited();
        }
    }

    /** Collects the members, and what their days cost. */
    private final class Days {
        private final CompiledProblem compiled;
        private final IntList at = new IntList();
        private final IntList cost = new IntList();
        private final Map<List<Integer>, Integer> tables = new HashMap<>();
        private final Map<List<Integer>, Integer> numbers = new HashMap<>();

        Days(CompiledProblem compiled) {
            this.compiled = compiled;
        }

        int count() {
            return numbers.size();
        }

        int[] members(int[] groups, int[] people) throws Unsuited {
            IntList list = new IntList();
            for (int group : groups) {
                add(list, 0, group, compiled.constraints.groupRules, compiled.groupUnavailable);
            }
            for (int person : people) {
                add(list, 1, person, compiled.constraints.personRules, compiled.personUnavailable);
            }
            return list.toArray();
        }

        private void add(IntList list, int sort, int who, CalendarTable rules, long[] unavailable) throws Unsuited {
            if (rules.isEmpty(who)) {
                return;
            }
            require(rules.weekAt[who] == rules.dayAt[who + 1]);
            List<Integer> key = List.of(sort, who);
            Integer number = numbers.get(key);
            if (number == null) {
                number = numbers.size();
                numbers.put(key, number);
                for (int day = 0; day < days; day++) {
                    at.add(table(rules, who, unavailable[who * compiled.axis.cells + day]));
                }
            }
            list.add(number);
        }

        /** Where the costs of a member's day are; members with the same rules and free slots share them. */
        private int table(CalendarTable rules, int who, long unavailable) throws Unsuited {
            List<Integer> key = new ArrayList<>();
            key.add((int) unavailable);
            for (int i = rules.dayAt[who]; i < rules.dayAt[who + 1]; i++) {
                key.addAll(List.of((int) rules.type[i], rules.limit[i], rules.rule[i]));
            }
            Integer known = tables.get(key);
            if (known != null) {
                return known;
            }
            int begin = cost.size();
            require(begin + (1 << slotsOfDay) <= MOST_ENTRIES);
            int[] unit = new int[rules.dayAt[who + 1] - rules.dayAt[who]];
            for (int i = 0; i < unit.length; i++) {
                unit[i] = unitCost(compiled, rules.rule[rules.dayAt[who] + i]);
            }
            long[] day = new long[1];
            for (day[0] = 0; day[0] < 1L << slotsOfDay; day[0]++) {
                int sum = 0;
                for (int i = 0; i < unit.length; i++) {
                    int units = Calendars.dayUnits(rules, rules.dayAt[who] + i, day, new long[] {unavailable}, 0, 1)
                            * compiled.axis.classes.size[0];
                    sum += Math.min(units * unit[i], FORBIDDEN);
                }
                cost.add(sum);
            }
            tables.put(key, begin);
            return begin;
        }
    }
}
