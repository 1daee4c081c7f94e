package org.horarium.formats.college.check;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.college.WeeklyTime;
import org.jspecify.annotations.Nullable;

/** Checks of single values, with the sentences they are told in. */
final class Values {
    private static final int LONGEST_TEXT = 500;

    private Values() {}

    /** A text that must say something. */
    static void text(String where, String owner, String field, String value, FaultCollector faults) {
        if (value.isBlank()) {
            faults.add(where + "/" + field, "The %s has a blank %s. Write something.", owner, field);
        } else if (value.length() > LONGEST_TEXT) {
            faults.add(
                    where + "/" + field,
                    "The %s has a %s of %d characters; at most %d are allowed.",
                    owner,
                    field,
                    value.length(),
                    LONGEST_TEXT);
        }
    }

    /** A text that may be missing, but not be blank. */
    static void optionalText(String where, String owner, String field, @Nullable String value, FaultCollector faults) {
        if (value != null) {
            text(where, owner, field, value, faults);
        }
    }

    /** A number within bounds, both inclusive. */
    static boolean range(String where, String owner, String field, int value, int min, int max, FaultCollector faults) {
        if (value < min || value > max) {
            faults.add(
                    where + "/" + field,
                    "The %s has %s (%d); it must be between %d and %d.",
                    owner,
                    field,
                    value,
                    min,
                    max);
            return false;
        }
        return true;
    }

    /** A span of clock times; true if something can be concluded from it. */
    static boolean span(String where, String owner, LocalTime start, LocalTime end, FaultCollector faults) {
        if (start.equals(CollegeChecks.UNREADABLE_TIME) || end.equals(CollegeChecks.UNREADABLE_TIME)) {
            return false;
        }
        if (!end.isAfter(start)) {
            faults.add(
                    where + "/end",
                    "The %s ends at (%s), which is not after its start (%s). Correct the end; times are of one day.",
                    owner,
                    end,
                    start);
            return false;
        }
        return true;
    }

    /** Spans of a week. */
    static void weekly(String where, String owner, List<WeeklyTime> times, FaultCollector faults) {
        for (int i = 0; i < times.size(); i++) {
            WeeklyTime time = times.get(i);
            span(where + "/unavailable/" + i, owner + ", unavailable", time.start(), time.end(), faults);
        }
    }

    /** Pieces of equipment, each kind once. */
    static void equipment(String where, String owner, List<EquipmentCount> counts, Ids ids, FaultCollector faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < counts.size(); i++) {
            EquipmentCount count = counts.get(i);
            String at = where + "/equipment/" + i;
            ids.equipment.require(at + "/equipment", owner, count.equipment());
            range(at, owner, "quantity", count.quantity(), 1, Limits.MAX_SIZE, faults);
            once(at + "/equipment", owner, "equipment", count.equipment(), seen, faults);
        }
    }

    /** A value that must not occur twice in a list. */
    static void once(String where, String owner, String what, String value, Set<String> seen, FaultCollector faults) {
        if (!seen.add(value) && !value.equals(CollegeChecks.UNREADABLE)) {
            faults.add(where, "The %s lists the %s (%s) twice. Remove one.", owner, what, value);
        }
    }
}
