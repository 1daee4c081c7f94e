package org.horarium.server.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.WeeklyTime;

/** Spans of a week put together. */
final class WeeklyTimes {
    private WeeklyTimes() {}

    /** A person who cannot come at more times; spans that meet become one, those that were there stay first. */
    static Personnel without(Personnel person, List<WeeklyTime> more) {
        if (more.isEmpty()) {
            return person;
        }
        return new Personnel(
                person.id(),
                person.name(),
                person.email(),
                person.department(),
                person.roles(),
                person.maxSlotsPerWeek(),
                person.maxSlotsPerDay(),
                person.maxDaysPerWeek(),
                union(person.unavailable(), more));
    }

    private static List<WeeklyTime> union(List<WeeklyTime> some, List<WeeklyTime> others) {
        List<WeeklyTime> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparing(WeeklyTime::day).thenComparing(WeeklyTime::start));
        List<WeeklyTime> union = new ArrayList<>();
        for (WeeklyTime time : all) {
            WeeklyTime last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && last.day() == time.day() && !time.start().isAfter(last.end())) {
                union.set(
                        union.size() - 1,
                        new WeeklyTime(
                                last.day(), last.start(), time.end().isAfter(last.end()) ? time.end() : last.end()));
            } else {
                union.add(time);
            }
        }
        return union;
    }
}
