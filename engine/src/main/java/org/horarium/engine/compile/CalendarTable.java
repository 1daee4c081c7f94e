package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.horarium.engine.model.CalendarRule;

/** Calendar rules of the people or of the groups, by member; first those on single days, then those on whole weeks. */
public final class CalendarTable {
    /** Gaps in a day. */
    public static final byte MAX_GAPS_DAY = 0;

    /** Slots on a day, if any. */
    public static final byte MIN_SLOTS_DAY_OR_NONE = 1;

    /** Slots on every day. */
    public static final byte MIN_SLOTS_DAY = 2;

    /** Slots on a day. */
    public static final byte MAX_SLOTS_DAY = 3;

    /** Slots in a row. */
    public static final byte MAX_CONSECUTIVE = 4;

    /** Slots from the first to the last. */
    public static final byte MAX_SPAN = 5;

    /** Slots without a neighbour. */
    public static final byte NO_ISOLATED = 6;

    /** Changes of room on a day; these and those of the building are counted by way, not by busy slots. */
    public static final byte ROOM_CHANGES_DAY = 7;

    /** Changes of building on a day. */
    public static final byte BUILDING_CHANGES_DAY = 8;

    /** From here on rules look at a whole week. Gaps in a week. */
    public static final byte MAX_GAPS_WEEK = 9;

    /** Slots in a week. */
    public static final byte MAX_SLOTS_WEEK = 10;

    /** Days in a week. */
    public static final byte MAX_DAYS_WEEK = 11;

    /** Slots from one day to the next. */
    public static final byte MIN_REST = 12;

    /** Days on which an interval is used. */
    public static final byte INTERVAL_MAX_DAYS = 13;

    /** Free slots before the first. */
    public static final byte EARLY_START = 14;

    /** Changes of room in a week. */
    public static final byte ROOM_CHANGES_WEEK = 15;

    /** Changes of building in a week. */
    public static final byte BUILDING_CHANGES_WEEK = 16;

    /** Rules of member m on days are {@code dayAt[m]..weekAt[m]}, on weeks {@code weekAt[m]..dayAt[m + 1]}. */
    public final int[] dayAt;

    /** See {@link #dayAt}. */
    public final int[] weekAt;

    /** Kind of a rule, one of the constants. */
    public final byte[] type;

    /** Limit. */
    public final int[] limit;

    /** First slot of the interval of {@link #INTERVAL_MAX_DAYS}. */
    public final int[] from;

    /** First slot after it. */
    public final int[] to;

    /** Rule number, see {@link RuleTable}. */
    public final int[] rule;

    private CalendarTable(List<List<Entry>> byMember) {
        int total = byMember.stream().mapToInt(List::size).sum();
        dayAt = new int[byMember.size() + 1];
        weekAt = new int[byMember.size()];
        type = new byte[total];
        limit = new int[total];
        from = new int[total];
        to = new int[total];
        rule = new int[total];
        int at = 0;
        for (int m = 0; m < byMember.size(); m++) {
            List<Entry> entries = new ArrayList<>(byMember.get(m));
            entries.sort(Comparator.comparing((Entry entry) -> entry.type >= MAX_GAPS_WEEK));
            dayAt[m] = at;
            weekAt[m] = at;
            for (Entry entry : entries) {
                type[at] = entry.type;
                limit[at] = entry.limit;
                from[at] = entry.from;
                to[at] = entry.to;
                rule[at] = entry.rule;
                at++;
                if (entry.type < MAX_GAPS_WEEK) {
                    weekAt[m] = at;
                }
            }
        }
        dayAt[byMember.size()] = at;
    }

    /** Number of rules over all members. */
    public int count() {
        return type.length;
    }

    /** Whether the member has no rule. */
    public boolean isEmpty(int member) {
        return dayAt[member] == dayAt[member + 1];
    }

    private record Entry(int rule, byte type, int limit, int from, int to) {
        static Entry of(int rule, CalendarRule calendarRule) {
            if (calendarRule instanceof CalendarRule.MaxGapsPerDay r) {
                return new Entry(rule, MAX_GAPS_DAY, r.gaps(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.MaxGapsPerWeek r) {
                return new Entry(rule, MAX_GAPS_WEEK, r.gaps(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.MinSlotsPerDay r) {
                return new Entry(rule, r.emptyDaysAllowed() ? MIN_SLOTS_DAY_OR_NONE : MIN_SLOTS_DAY, r.slots(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.MaxSlotsPerDay r) {
                return new Entry(rule, MAX_SLOTS_DAY, r.slots(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.MaxSlotsPerWeek r) {
                return new Entry(rule, MAX_SLOTS_WEEK, r.slots(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.MaxDaysPerWeek r) {
                return new Entry(rule, MAX_DAYS_WEEK, r.days(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.MaxConsecutive r) {
                return new Entry(rule, MAX_CONSECUTIVE, r.slots(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.MaxSpanPerDay r) {
                return new Entry(rule, MAX_SPAN, r.slots(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.MinRest r) {
                return new Entry(rule, MIN_REST, r.slots(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.IntervalMaxDays r) {
                return new Entry(rule, INTERVAL_MAX_DAYS, r.days(), r.from(), r.to());
            } else if (calendarRule instanceof CalendarRule.EarlyStart r) {
                return new Entry(rule, EARLY_START, r.lateDays(), 0, 0);
            } else if (calendarRule instanceof CalendarRule.NoIsolatedSlot) {
                return new Entry(rule, NO_ISOLATED, 0, 0, 0);
            } else if (calendarRule instanceof CalendarRule.MaxChanges r) {
                return new Entry(rule, typeOf(r), r.changes(), 0, 0);
            }
            throw new IllegalStateException("The calendar rule (%s) has no evaluation.".formatted(calendarRule));
        }

        private static byte typeOf(CalendarRule.MaxChanges changes) {
            if (changes.period() == CalendarRule.Period.DAY) {
                return changes.place() == CalendarRule.Place.ROOM ? ROOM_CHANGES_DAY : BUILDING_CHANGES_DAY;
            }
            return changes.place() == CalendarRule.Place.ROOM ? ROOM_CHANGES_WEEK : BUILDING_CHANGES_WEEK;
        }
    }

    /** Collects rules. */
    static final class Builder {
        private final List<List<Entry>> byMember = new ArrayList<>();

        Builder(int members) {
            for (int m = 0; m < members; m++) {
                byMember.add(new ArrayList<>());
            }
        }

        void add(int member, int rule, CalendarRule calendarRule) {
            byMember.get(member).add(Entry.of(rule, calendarRule));
        }

        CalendarTable build() {
            return new CalendarTable(byMember);
        }
    }
}
