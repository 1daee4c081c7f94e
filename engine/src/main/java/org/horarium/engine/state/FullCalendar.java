package org.horarium.engine.state;

import org.horarium.engine.model.CalendarRule;

/** Calendar rules of one member in one week, from how often each slot is taken ({@code [day][slot]}). */
final class FullCalendar {
    private FullCalendar() {}

    static long units(CalendarRule rule, int[][] busy, int[][] excused) {
        long sum = 0;
        if (rule instanceof CalendarRule.MaxGapsPerWeek r) {
            for (int d = 0; d < busy.length; d++) {
                sum += gaps(busy[d], excused[d]);
            }
            return Math.max(0, sum - r.gaps());
        } else if (rule instanceof CalendarRule.MaxSlotsPerWeek r) {
            for (int[] day : busy) {
                sum += load(day);
            }
            return Math.max(0, sum - r.slots());
        } else if (rule instanceof CalendarRule.MaxDaysPerWeek r) {
            for (int[] day : busy) {
                sum += load(day) > 0 ? 1 : 0;
            }
            return Math.max(0, sum - r.days());
        } else if (rule instanceof CalendarRule.IntervalMaxDays r) {
            for (int[] day : busy) {
                boolean used = false;
                for (int s = r.from(); s < Math.min(r.to(), day.length); s++) {
                    used |= day[s] > 0;
                }
                sum += used ? 1 : 0;
            }
            return Math.max(0, sum - r.days());
        } else if (rule instanceof CalendarRule.MinRest r) {
            for (int d = 0; d + 1 < busy.length; d++) {
                if (load(busy[d]) > 0 && load(busy[d + 1]) > 0) {
                    sum += Math.max(0, r.slots() - (busy[d].length - 1 - last(busy[d]) + first(busy[d + 1])));
                }
            }
            return sum;
        }
        if (rule instanceof CalendarRule.EarlyStart r) {
            int late = 0;
            for (int d = 0; d < busy.length; d++) {
                int free = load(busy[d]) == 0 ? 0 : freeBefore(busy[d], excused[d]);
                late += Math.min(1, free);
                sum += free > 1 ? free - 1 : 0;
            }
            return sum + Math.max(0, late - r.lateDays());
        }
        for (int d = 0; d < busy.length; d++) {
            sum += dayUnits(rule, busy[d], excused[d]);
        }
        return sum;
    }

    private static long dayUnits(CalendarRule rule, int[] busy, int[] excused) {
        int load = load(busy);
        if (rule instanceof CalendarRule.MaxGapsPerDay r) {
            return Math.max(0, gaps(busy, excused) - r.gaps());
        } else if (rule instanceof CalendarRule.MinSlotsPerDay r) {
            return load == 0 && r.emptyDaysAllowed() ? 0 : Math.max(0, r.slots() - load);
        } else if (rule instanceof CalendarRule.MaxSlotsPerDay r) {
            return Math.max(0, load - r.slots());
        } else if (rule instanceof CalendarRule.MaxSpanPerDay r) {
            return load == 0 ? 0 : Math.max(0, last(busy) - first(busy) + 1 - r.slots());
        } else if (rule instanceof CalendarRule.MaxConsecutive r) {
            long above = 0;
            int run = 0;
            for (int slots : busy) {
                run = slots > 0 ? run + 1 : 0;
                above += run > r.slots() ? 1 : 0;
            }
            return above;
        } else if (rule instanceof CalendarRule.NoIsolatedSlot) {
            long isolated = 0;
            for (int s = 0; s < busy.length; s++) {
                boolean neighbour = (s > 0 && busy[s - 1] > 0) || (s + 1 < busy.length && busy[s + 1] > 0);
                isolated += busy[s] > 0 && !neighbour ? 1 : 0;
            }
            return isolated;
        }
        throw new IllegalStateException("no recomputation of " + rule);
    }

    private static int load(int[] day) {
        int load = 0;
        for (int slots : day) {
            load += slots > 0 ? 1 : 0;
        }
        return load;
    }

    private static int first(int[] day) {
        int s = 0;
        while (day[s] == 0) {
            s++;
        }
        return s;
    }

    private static int last(int[] day) {
        int s = day.length - 1;
        while (day[s] == 0) {
            s--;
        }
        return s;
    }

    private static int freeBefore(int[] busy, int[] excused) {
        int free = 0;
        for (int s = 0; s < first(busy); s++) {
            free += excused[s] == 0 ? 1 : 0;
        }
        return free;
    }

    private static int gaps(int[] busy, int[] excused) {
        if (load(busy) == 0) {
            return 0;
        }
        int gaps = 0;
        for (int s = first(busy); s < last(busy); s++) {
            gaps += busy[s] == 0 && excused[s] == 0 ? 1 : 0;
        }
        return gaps;
    }
}
