package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.TimePattern;

/** The hard calendar rules of people and groups, and what they leave of a calendar. */
final class Limits {
    private final WeekCells cells;
    private final Map<MemberKind, Map<String, List<CalendarConstraint>>> rules = new HashMap<>();

    Limits(Situation situation) {
        this.cells = situation.cells;
        for (CalendarConstraint constraint : situation.hard(CalendarConstraint.class)) {
            Map<String, List<CalendarConstraint>> ofKind =
                    rules.computeIfAbsent(constraint.kind(), kind -> new HashMap<>());
            constraint
                    .members()
                    .forEach(member -> ofKind.computeIfAbsent(member, id -> new ArrayList<>())
                            .add(constraint));
        }
    }

    /** The hard rules on the calendar of a person or group. */
    List<CalendarConstraint> of(MemberKind kind, String member) {
        return rules.getOrDefault(kind, Map.of()).getOrDefault(member, List.of());
    }

    /** Whether an event at this time breaks a rule by itself. */
    static boolean forbids(CalendarRule rule, TimePattern time) {
        if (rule instanceof CalendarRule.MaxSlotsPerDay max) {
            return time.length() > max.slots();
        } else if (rule instanceof CalendarRule.MaxConsecutive max) {
            return time.length() > max.slots();
        } else if (rule instanceof CalendarRule.MaxSpanPerDay max) {
            return time.length() > max.slots();
        } else if (rule instanceof CalendarRule.MaxDaysPerWeek max) {
            return Integer.bitCount(time.days()) > max.days();
        } else if (rule instanceof CalendarRule.MaxSlotsPerWeek max) {
            return time.length() * Integer.bitCount(time.days()) > max.slots();
        } else if (rule instanceof CalendarRule.IntervalMaxDays max) {
            return time.start() < max.to() && max.from() < time.end() && Integer.bitCount(time.days()) > max.days();
        }
        return false;
    }

    /**
     * How many slots of one kind of week a calendar can hold at most.
     *
     * @param rules that bind it
     * @param usable cells in which there can be anything
     * @param kind of week
     */
    long capacity(List<CalendarConstraint> rules, BitSet usable, int kind) {
        long[] ofDay = new long[cells.days()];
        for (int day = 0; day < ofDay.length; day++) {
            int first = cells.first(kind, day);
            long free = usable.get(first, first + cells.slots()).cardinality();
            for (CalendarConstraint constraint : rules) {
                free = Math.min(free, ofDay(constraint.rule()));
            }
            ofDay[day] = free;
        }
        Arrays.sort(ofDay);
        int days = ofDay.length;
        long week = Long.MAX_VALUE;
        for (CalendarConstraint constraint : rules) {
            if (constraint.rule() instanceof CalendarRule.MaxDaysPerWeek max) {
                days = Math.min(days, max.days());
            } else if (constraint.rule() instanceof CalendarRule.MaxSlotsPerWeek max) {
                week = Math.min(week, max.slots());
            }
        }
        long sum = 0;
        for (int day = ofDay.length - 1; day >= ofDay.length - days && day >= 0; day--) {
            sum += ofDay[day];
        }
        return Math.min(sum, week);
    }

    private long ofDay(CalendarRule rule) {
        if (rule instanceof CalendarRule.MaxSlotsPerDay max) {
            return max.slots();
        } else if (rule instanceof CalendarRule.MaxSpanPerDay max) {
            return max.slots();
        } else if (rule instanceof CalendarRule.MaxConsecutive max) {
            return cells.slots() - cells.slots() / (max.slots() + 1);
        }
        return Long.MAX_VALUE;
    }

    /** Likewise over all kinds of weeks. */
    long capacity(List<CalendarConstraint> rules, BitSet usable) {
        long sum = 0;
        for (int kind = 0; kind < cells.kinds(); kind++) {
            sum += capacity(rules, usable, kind);
        }
        return sum;
    }

    /** Those rules that each alone lower the capacity below a need; all that lower it together where none does alone. */
    List<CalendarConstraint> binding(List<CalendarConstraint> rules, BitSet usable, int kind, long needed) {
        List<CalendarConstraint> alone = rules.stream()
                .filter(rule -> capacity(List.of(rule), usable, kind) < needed)
                .toList();
        if (!alone.isEmpty()) {
            return alone.subList(0, 1);
        }
        List<CalendarConstraint> kept = new ArrayList<>(rules);
        for (CalendarConstraint rule : rules) {
            List<CalendarConstraint> less = new ArrayList<>(kept);
            less.remove(rule);
            if (capacity(less, usable, kind) < needed) {
                kept = less;
            }
        }
        return kept;
    }
}
