package org.horarium.engine.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.TimePattern;

/** Distribution rules over placed events (in list order), from their patterns and rooms. */
final class FullDistribution {
    private final State state;
    private final CompiledProblem compiled;
    private final List<Integer> events;

    FullDistribution(State state, List<Integer> events) {
        this.state = state;
        this.compiled = state.compiled();
        this.events = events;
    }

    private TimePattern at(int event) {
        return compiled.patterns.record(state.pattern(event));
    }

    long units(DistributionRule rule) {
        Grid grid = compiled.problem.grid();
        if (rule instanceof DistributionRule.MaxDays r) {
            int days = 0;
            for (int e : events) {
                days |= at(e).days();
            }
            return Math.max(0, Integer.bitCount(days) - r.days());
        }
        if (!DistributionRule.timesOf(rule).isEmpty()) {
            return FullSelection.units(rule, events.stream().map(this::at).toList(), grid);
        }
        long sum = 0;
        if (rule instanceof DistributionRule.MaxDayLoad
                || rule instanceof DistributionRule.MaxBreaks
                || rule instanceof DistributionRule.MaxBlock) {
            for (int week = 0; week < grid.weeks(); week++) {
                for (int day = 0; day < grid.days(); day++) {
                    sum += dayUnits(rule, week, day);
                }
            }
            return sum;
        }
        for (int i = 0; i < events.size(); i++) {
            for (int j = i + 1; j < events.size(); j++) {
                sum += holds(rule, events.get(i), events.get(j)) ? 0 : 1;
            }
        }
        return sum;
    }

    private long dayUnits(DistributionRule rule, int week, int day) {
        List<TimePattern> today = new ArrayList<>();
        for (int e : events) {
            if ((at(e).weeks() >> week & 1) != 0 && (at(e).days() >> day & 1) != 0) {
                today.add(at(e));
            }
        }
        today.sort(Comparator.comparingInt(TimePattern::start));
        if (rule instanceof DistributionRule.MaxDayLoad r) {
            return Math.max(0, today.stream().mapToInt(TimePattern::length).sum() - r.slots());
        }
        int pause =
                rule instanceof DistributionRule.MaxBreaks r ? r.slots() : ((DistributionRule.MaxBlock) rule).slots();
        List<int[]> blocks = new ArrayList<>(); // start, end, number of events
        for (TimePattern time : today) {
            int[] last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last != null && time.start() <= last[1] + pause) {
                last[1] = Math.max(last[1], time.end());
                last[2]++;
            } else {
                blocks.add(new int[] {time.start(), time.end(), 1});
            }
        }
        if (rule instanceof DistributionRule.MaxBreaks r) {
            return Math.max(0, blocks.size() - 1 - r.breaks());
        }
        int length = ((DistributionRule.MaxBlock) rule).length();
        return blocks.stream()
                .filter(block -> block[2] > 1 && block[1] - block[0] > length)
                .count();
    }

    private boolean holds(DistributionRule rule, int first, int second) {
        TimePattern a = at(first);
        TimePattern b = at(second);
        int roomA = state.room(first);
        int roomB = state.room(second);
        boolean bothRooms = roomA >= 0 && roomB >= 0;
        if (rule instanceof DistributionRule.SameStart) {
            return a.start() == b.start();
        } else if (rule instanceof DistributionRule.SameTime) {
            return Math.max(a.start(), b.start()) == (a.length() > b.length() ? b : a).start()
                            && Math.min(a.end(), b.end()) == (a.length() > b.length() ? b : a).end()
                    || a.start() == b.start() && a.end() == b.end();
        } else if (rule instanceof DistributionRule.DifferentTime) {
            return Math.min(a.end(), b.end()) <= Math.max(a.start(), b.start());
        } else if (rule instanceof DistributionRule.SameDays) {
            return (a.days() & ~b.days()) == 0 || (b.days() & ~a.days()) == 0;
        } else if (rule instanceof DistributionRule.DifferentDays) {
            return (a.days() & b.days()) == 0;
        } else if (rule instanceof DistributionRule.SameWeeks) {
            return (a.weeks() & ~b.weeks()) == 0 || (b.weeks() & ~a.weeks()) == 0;
        } else if (rule instanceof DistributionRule.DifferentWeeks) {
            return (a.weeks() & b.weeks()) == 0;
        } else if (rule instanceof DistributionRule.Overlap) {
            return a.overlaps(b);
        } else if (rule instanceof DistributionRule.NotOverlap) {
            return !a.overlaps(b);
        } else if (rule instanceof DistributionRule.SameRoom) {
            return !bothRooms || roomA == roomB;
        } else if (rule instanceof DistributionRule.DifferentRoom) {
            return !bothRooms || roomA != roomB;
        } else if (rule instanceof DistributionRule.SameAttendees) {
            return attendable(first, second);
        } else if (rule instanceof DistributionRule.WorkDay r) {
            return !a.sharesDay(b) || Math.max(a.end(), b.end()) - Math.min(a.start(), b.start()) <= r.slots();
        } else if (rule instanceof DistributionRule.MinGap r) {
            return !a.sharesDay(b) || gap(a, b) >= r.slots();
        } else if (rule instanceof DistributionRule.Precedence) {
            long slots = compiled.problem.grid().slotsPerDay() + 1L;
            return firstMeeting(a) * slots + a.end() <= firstMeeting(b) * slots + b.start();
        }
        if (rule instanceof DistributionRule.OrderedIfSameDay) {
            return !a.sharesDay(b) || (gap(a, b) >= 0 && a.start() < b.start());
        } else if (rule instanceof DistributionRule.MaxDaysBetween r) {
            int apart = Integer.numberOfTrailingZeros(a.days()) - Integer.numberOfTrailingZeros(b.days());
            return (a.weeks() & b.weeks()) == 0 || (apart <= r.days() && apart >= -r.days());
        } else if (rule instanceof DistributionRule.MaxGap r) {
            return !a.sharesDay(b) || gap(a, b) <= r.slots();
        } else if (rule instanceof DistributionRule.SameRoomIfConsecutive) {
            return !bothRooms || roomA == roomB || !a.sharesDay(b) || gap(a, b) != 0;
        }
        throw new IllegalStateException("no recomputation of " + rule);
    }

    /** Whether somebody can attend both events. */
    boolean attendable(int first, int second) {
        TimePattern a = at(first);
        TimePattern b = at(second);
        int roomA = state.room(first);
        int roomB = state.room(second);
        int walk = roomA >= 0 && roomB >= 0 ? compiled.rooms.travel[roomA * compiled.rooms.count + roomB] : 0;
        return !a.sharesDay(b) || gap(a, b) >= walk;
    }

    /** Slots between two times of day; negative if they overlap. */
    private static int gap(TimePattern a, TimePattern b) {
        return Math.max(a.start(), b.start()) - Math.min(a.end(), b.end());
    }

    /** Number of the day, over all weeks, of the first meeting. */
    private static long firstMeeting(TimePattern pattern) {
        return 32L * Long.numberOfTrailingZeros(pattern.weeks()) + Integer.numberOfTrailingZeros(pattern.days());
    }
}
