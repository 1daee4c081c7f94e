package org.horarium.engine.state;

import java.util.Arrays;
import org.horarium.engine.compile.CalendarTable;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.TimeAxis;

/**
 * The ways of people or groups through their days, for rules on changes of room and building ({@code MaxChanges}): for
 * each member with such a rule and each day cell the events with a room, in order. A day has few of them, so what a move
 * would cost is told by walking along the day once more.
 */
final class Routes {
    private static final int NO_EVENT = -1;

    private final CalendarTable table;
    private final Patterns patterns;
    private final TimeAxis axis;
    private final Ledger ledger;
    private final boolean[] hard; // by rule
    private final int[] building; // by room
    private final int[] pattern; // the state's
    private final int[] room; // the state's
    private final int[] rowOf; // by member; −1 without a rule
    private final int[][] stops; // [row * dayCells + dayCell], events by first slot, then by number
    private final int[] lengths; // of the stops
    private final int[] changes; // [entry * dayCells + dayCell]
    private final int[] inWeek; // [entry * week classes + week]

    Routes(CompiledProblem compiled, CalendarTable table, int[] pattern, int[] room, Ledger ledger) {
        this.table = table;
        this.patterns = compiled.patterns;
        this.axis = compiled.axis;
        this.ledger = ledger;
        this.pattern = pattern;
        this.room = room;
        hard = compiled.rules.hard;
        building = compiled.rooms.building;
        rowOf = new int[table.weekAt.length];
        int rows = 0;
        for (int member = 0; member < rowOf.length; member++) {
            rowOf[member] = table.isEmpty(member) ? -1 : rows++;
        }
        stops = new int[rows * axis.dayCells][0];
        lengths = new int[stops.length];
        changes = new int[table.count() * axis.dayCells];
        inWeek = new int[table.count() * axis.classes.count];
    }

    /** Counts an event that has come to a member; the state has its time and room. */
    void insert(int member, int event) {
        if (rowOf[member] >= 0 && room[event] >= 0) {
            shift(member, event, true);
        }
    }

    /** Counts that an event goes from a member; the state still has its time and room. */
    void remove(int member, int event) {
        if (rowOf[member] >= 0 && room[event] >= 0) {
            shift(member, event, false);
        }
    }

    private void shift(int member, int event, boolean comes) {
        int p = pattern[event];
        for (long weeks = patterns.classes[p]; weeks != 0; weeks &= weeks - 1) {
            int week = Long.numberOfTrailingZeros(weeks);
            for (int days = patterns.days[p]; days != 0; days &= days - 1) {
                int dayCell = axis.dayCell(week, Integer.numberOfTrailingZeros(days));
                int list = rowOf[member] * axis.dayCells + dayCell;
                if (comes) {
                    join(list, event);
                } else {
                    leave(list, event);
                }
                refresh(member, week, dayCell, list);
            }
        }
    }

    private void join(int list, int event) {
        if (lengths[list] == stops[list].length) {
            stops[list] = Arrays.copyOf(stops[list], 2 * lengths[list] + 4);
        }
        int[] events = stops[list];
        int at = lengths[list]++;
        while (at > 0 && isBefore(event, patterns.start[pattern[event]], events[at - 1])) {
            events[at] = events[at - 1];
            at--;
        }
        events[at] = event;
    }

    private void leave(int list, int event) {
        int[] events = stops[list];
        int at = 0;
        while (events[at] != event) {
            at++;
        }
        lengths[list]--;
        System.arraycopy(events, at + 1, events, at, lengths[list] - at);
    }

    private boolean isBefore(int event, int start, int other) {
        int otherStart = patterns.start[pattern[other]];
        return start < otherStart || start == otherStart && event < other;
    }

    private void refresh(int member, int week, int dayCell, int list) {
        for (int i = table.dayAt[member]; i < table.dayAt[member + 1]; i++) {
            int at = i * axis.dayCells + dayCell;
            int now = count(i, list, NO_EVENT, -1, 0);
            if (now == changes[at]) {
                continue;
            }
            long units;
            if (i < table.weekAt[member]) {
                units = above(i, now) - above(i, changes[at]);
            } else {
                int total = i * axis.classes.count + week;
                units = -above(i, inWeek[total]);
                inWeek[total] += now - changes[at];
                units += above(i, inWeek[total]);
            }
            changes[at] = now;
            ledger.add(table.rule[i], units * axis.classes.size[week]);
        }
    }

    /** Proposes that an event of the member, placed or not, takes another time and room; −1 as the room for none. */
    void propose(int member, int event, int to, int toRoom) {
        if (rowOf[member] < 0) {
            return;
        }
        int from = pattern[event];
        for (long weeks = patterns.classes[from] | patterns.classes[to]; weeks != 0; weeks &= weeks - 1) {
            int week = Long.numberOfTrailingZeros(weeks);
            for (int i = table.dayAt[member]; i < table.dayAt[member + 1]; i++) {
                proposeIn(member, week, i, event, to, toRoom);
            }
        }
    }

    private void proposeIn(int member, int week, int entry, int event, int to, int toRoom) {
        int from = pattern[event];
        boolean daily = entry < table.weekAt[member];
        int more = 0;
        long units = 0;
        for (int days = patterns.days[from] | patterns.days[to]; days != 0; days &= days - 1) {
            int day = Integer.numberOfTrailingZeros(days);
            boolean takes = patterns.meets(to, week, day);
            if (takes || patterns.meets(from, week, day)) {
                int dayCell = axis.dayCell(week, day);
                int list = rowOf[member] * axis.dayCells + dayCell;
                int now = changes[entry * axis.dayCells + dayCell];
                int then = count(entry, list, event, takes ? toRoom : -1, patterns.start[to]);
                more += then - now;
                units += daily ? above(entry, then) - above(entry, now) : 0;
            }
        }
        if (!daily) {
            int total = inWeek[entry * axis.classes.count + week];
            units = above(entry, total + more) - above(entry, total);
        }
        ledger.propose(table.rule[entry], units * axis.classes.size[week]);
    }

    /** Changes along a day if an event were not where it is but, with a room, at another first slot. */
    private int count(int entry, int list, int event, int toRoom, int start) {
        boolean ofRoom = table.type[entry] == CalendarTable.ROOM_CHANGES_DAY
                || table.type[entry] == CalendarTable.ROOM_CHANGES_WEEK;
        int[] events = stops[list];
        int waiting = toRoom < 0 || ofRoom ? toRoom : building[toRoom];
        int last = -1;
        int count = 0;
        for (int k = 0; k < lengths[list]; k++) {
            int other = events[k];
            if (other == event) {
                continue;
            }
            if (waiting >= 0 && isBefore(event, start, other)) {
                count += last >= 0 && last != waiting ? 1 : 0;
                last = waiting;
                waiting = -1;
            }
            int place = ofRoom ? room[other] : building[room[other]];
            if (place >= 0) {
                count += last >= 0 && last != place ? 1 : 0;
                last = place;
            }
        }
        return count + (waiting >= 0 && last >= 0 && last != waiting ? 1 : 0);
    }

    /** Whether a hard rule of the member is broken on a day or in a week of a pattern. */
    boolean isBroken(int member, int at) {
        for (int i = table.dayAt[member]; i < table.dayAt[member + 1]; i++) {
            if (!hard[table.rule[i]]) {
                continue;
            }
            for (long weeks = patterns.classes[at]; weeks != 0; weeks &= weeks - 1) {
                int week = Long.numberOfTrailingZeros(weeks);
                if (i >= table.weekAt[member] && above(i, inWeek[i * axis.classes.count + week]) > 0) {
                    return true;
                }
                for (int days = patterns.days[at]; days != 0 && i < table.weekAt[member]; days &= days - 1) {
                    int dayCell = axis.dayCell(week, Integer.numberOfTrailingZeros(days));
                    if (above(i, changes[i * axis.dayCells + dayCell]) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private long above(int entry, int count) {
        return Math.max(0, count - table.limit[entry]);
    }
}
