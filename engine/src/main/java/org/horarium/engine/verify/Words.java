package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.TimePattern;

/** Says times and names as people do: days by name, slots and weeks counted from 1. */
final class Words {
    private static final List<String> WEEK =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final Grid grid;

    Words(Grid grid) {
        this.grid = grid;
    }

    /** For example "Monday and Thursday, slots 3–4, weeks 1–13". The week is left out where there is only one. */
    String when(TimePattern time) {
        return days(time.days()) + ", " + slots(time.start(), time.end()) + inWeeks(time.weeks());
    }

    /** What two overlapping times have in common. */
    String shared(TimePattern a, TimePattern b) {
        int start = Math.max(a.start(), b.start());
        int end = Math.min(a.end(), b.end());
        return when(new TimePattern(a.weeks() & b.weeks(), a.days() & b.days(), start, end - start));
    }

    /** The shared days and weeks of two times that need not overlap. */
    String sharedDays(TimePattern a, TimePattern b) {
        return days(a.days() & b.days()) + inWeeks(a.weeks() & b.weeks());
    }

    String slots(int start, int end) {
        return end - start == 1 ? "slot " + (start + 1) : "slots " + (start + 1) + "–" + end;
    }

    String day(int day) {
        return grid.days() <= WEEK.size() ? WEEK.get(day) : "day " + (day + 1);
    }

    String days(long mask) {
        List<String> names = new ArrayList<>();
        for (int day = 0; day < Long.SIZE; day++) {
            if ((mask >>> day & 1) != 0) {
                names.add(day < grid.days() ? day(day) : "day " + (day + 1));
            }
        }
        return list(names);
    }

    /** For example ", weeks 1–3 and 7"; empty where the grid has one week. */
    String inWeeks(long mask) {
        if (grid.weeks() == 1 && mask == 1) {
            return "";
        }
        List<String> runs = new ArrayList<>();
        for (int week = 0; week < Long.SIZE; week++) {
            if ((mask >>> week & 1) == 0) {
                continue;
            }
            int first = week;
            while (week + 1 < Long.SIZE && (mask >>> (week + 1) & 1) != 0) {
                week++;
            }
            runs.add(first == week ? "" + (first + 1) : (first + 1) + "–" + (week + 1));
        }
        return (Long.bitCount(mask) == 1 ? ", week " : ", weeks ") + list(runs);
    }

    /** "Databases lecture and Circuits lab". */
    static String pair(Placed a, Placed b) {
        return name(a.event()) + " and " + name(b.event());
    }

    static String name(Event event) {
        return event.name().isBlank() ? event.id() : event.name();
    }

    static String name(String id, String name) {
        return name.isBlank() ? id : name;
    }

    static String list(Collection<String> parts) {
        List<String> all = List.copyOf(parts);
        if (all.size() < 2) {
            return String.join("", all);
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }

    /** A rule with its parameters: "SameDays", "MinGap[slots=2]". */
    static String rule(DistributionRule rule) {
        return rule.toString().replace("[]", "");
    }

    /** "1 gap", "3 gaps". */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
