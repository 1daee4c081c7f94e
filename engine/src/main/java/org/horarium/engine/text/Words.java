package org.horarium.engine.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.TimePattern;

/** Says times and names as people do: days by name, slots and weeks counted from 1. */
public final class Words {
    private static final List<String> WEEK =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final Grid grid;

    /** For the days and weeks of a grid. */
    public Words(Grid grid) {
        this.grid = grid;
    }

    /** For example "Monday and Thursday, slots 3–4, weeks 1–13". The week is left out where there is only one. */
    public String when(TimePattern time) {
        return days(time.days()) + ", " + slots(time.start(), time.end()) + inWeeks(time.weeks());
    }

    /** What two overlapping times have in common. */
    public String shared(TimePattern a, TimePattern b) {
        int start = Math.max(a.start(), b.start());
        int end = Math.min(a.end(), b.end());
        return when(new TimePattern(a.weeks() & b.weeks(), a.days() & b.days(), start, end - start));
    }

    /** The shared days and weeks of two times that need not overlap. */
    public String sharedDays(TimePattern a, TimePattern b) {
        return days(a.days() & b.days()) + inWeeks(a.weeks() & b.weeks());
    }

    /** "slot 3", "slots 3–4"; from the first, counted from 0, to the first after them. */
    public String slots(int start, int end) {
        return end - start == 1 ? "slot " + (start + 1) : "slots " + (start + 1) + "–" + end;
    }

    /** "Tuesday"; "day 9" where the grid has more than a week of days. */
    public String day(int day) {
        return grid.days() <= WEEK.size() ? WEEK.get(day) : "day " + (day + 1);
    }

    /** "Monday, Tuesday and Friday" for a mask of days. */
    public String days(long mask) {
        List<String> names = new ArrayList<>();
        for (int day = 0; day < Long.SIZE; day++) {
            if ((mask >>> day & 1) != 0) {
                names.add(day < grid.days() ? day(day) : "day " + (day + 1));
            }
        }
        return list(names);
    }

    /** For example ", weeks 1–3 and 7"; empty where the grid has one week. */
    public String inWeeks(long mask) {
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
    public static String pair(Event a, Event b) {
        return name(a) + " and " + name(b);
    }

    /** The name of an event, or its id where it has none. */
    public static String name(Event event) {
        return event.name().isBlank() ? event.id() : event.name();
    }

    /** A name, or the id where there is none. */
    public static String name(String id, String name) {
        return name.isBlank() ? id : name;
    }

    /** "a, b and c". */
    public static String list(Collection<String> parts) {
        List<String> all = List.copyOf(parts);
        if (all.size() < 2) {
            return String.join("", all);
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }

    /** A rule with its parameters: "SameDays", "MinGap[slots=2]". */
    public static String rule(DistributionRule rule) {
        return rule.toString().replace("[]", "");
    }

    /** "building" for {@code BUILDING}. */
    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** "1 gap", "3 gaps". */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
