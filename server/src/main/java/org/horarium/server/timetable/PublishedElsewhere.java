package org.horarium.server.timetable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.TakenElsewhere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rooms and people that published timetables need. Who has published first keeps them: others plan around, and can't
 * publish what needs them as well.
 */
@Component
public class PublishedElsewhere implements TakenElsewhere {
    private final Publications publications;
    private final TermCalendars calendars;

    PublishedElsewhere(Publications publications, TermCalendars calendars) {
        this.publications = publications;
        this.calendars = calendars;
    }

    @Override
    public List<Taken> by(Collection<ScheduleId> schedules) {
        Set<Taken> taken = new LinkedHashSet<>();
        for (Revision revision : revisions(schedules, calendars.today())) {
            FrameNames names = new FrameNames(revision.frame());
            for (PlacedActivity activity : revision.activities()) {
                WeeklyTime time =
                        new WeeklyTime(activity.day(), names.start(activity), names.end(activity), pattern(activity));
                if (activity.room() != null) {
                    taken.add(new Taken(Kind.ROOM, activity.room(), activity.activity(), time));
                }
                activity.staff()
                        .forEach(staff -> taken.add(new Taken(Kind.PERSON, staff.person(), activity.activity(), time)));
            }
        }
        return List.copyOf(taken);
    }

    /**
     * Two activities that can't both take place.
     *
     * @param what name of the room or person that both need; null when both are the same activity
     * @param mine of the revision that was asked about
     * @param theirs published already
     * @param schedule that it was published for
     */
    public record Clash(@Nullable String what, PlacedActivity mine, PlacedActivity theirs, ScheduleId schedule) {}

    /**
     * What of a revision can't take place because others have published first.
     *
     * @param revision any
     * @param from first day on which it would be in force
     * @param others the other schedules of its term
     */
    public List<Clash> clashes(Revision revision, LocalDate from, Collection<ScheduleId> others) {
        List<Clash> clashes = new ArrayList<>();
        FrameNames mine = new FrameNames(revision.frame());
        for (Revision other : revisions(others, from)) {
            FrameNames theirs = new FrameNames(other.frame());
            for (PlacedActivity a : revision.activities()) {
                for (PlacedActivity b : other.activities()) {
                    if (a.activity().equals(b.activity())) {
                        clashes.add(new Clash(null, a, b, other.schedule()));
                    } else if (a.day() == b.day() && weeksMeet(a, b) && needed(mine, a, theirs, b) != null) {
                        clashes.add(new Clash(needed(mine, a, theirs, b), a, b, other.schedule()));
                    }
                }
            }
        }
        return clashes;
    }

    /** Name of the room or person that both need at one time; null when there is none. */
    private static @Nullable String needed(FrameNames mine, PlacedActivity a, FrameNames theirs, PlacedActivity b) {
        boolean sameRoom = a.room() != null && a.room().equals(b.room());
        String person = a.staff().stream()
                .map(PlacedActivity.Staff::person)
                .filter(p -> b.staff().stream().anyMatch(s -> s.person().equals(p)))
                .findFirst()
                .orElse(null);
        if ((!sameRoom && person == null) || !meet(mine.start(a), mine.end(a), theirs.start(b), theirs.end(b))) {
            return null;
        }
        return sameRoom ? mine.room(a) : person == null ? null : mine.person(person);
    }

    private static boolean meet(LocalTime start, LocalTime end, LocalTime otherStart, LocalTime otherEnd) {
        return start.isBefore(otherEnd) && otherStart.isBefore(end);
    }

    private static boolean weeksMeet(PlacedActivity a, PlacedActivity b) {
        return a.weeks() == PlacedActivity.Weeks.EVERY
                || b.weeks() == PlacedActivity.Weeks.EVERY
                || a.weeks() == b.weeks();
    }

    /** What is in force at some time from a day on. */
    private List<Revision> revisions(Collection<ScheduleId> schedules, LocalDate day) {
        return schedules.stream()
                .flatMap(schedule -> Publications.spans(publications.of(schedule)).stream())
                .filter(span -> span.until() == null || span.until().isAfter(day))
                .map(Publications.Span::publication)
                .map(publications::revision)
                .toList();
    }

    private static WeekPattern pattern(PlacedActivity activity) {
        return switch (activity.weeks()) {
            case EVERY -> WeekPattern.EVERY;
            case A -> WeekPattern.A;
            case B -> WeekPattern.B;
        };
    }
}
