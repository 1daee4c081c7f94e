package org.horarium.server.approval;

import java.time.LocalDate;
import java.util.List;
import org.horarium.server.institution.StudentMemberships;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.PublishedElsewhere;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionDiff;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What has to be known before a revision is published: from when, whom it concerns, and what stands in the way. */
@Component
class PublishChecks {
    private final Timetables timetables;
    private final Publications publications;
    private final PublishedElsewhere elsewhere;
    private final Schedules schedules;
    private final TermCalendars calendars;
    private final StudentMemberships memberships;

    PublishChecks(
            Timetables timetables,
            Publications publications,
            PublishedElsewhere elsewhere,
            Schedules schedules,
            TermCalendars calendars,
            StudentMemberships memberships) {
        this.timetables = timetables;
        this.publications = publications;
        this.elsewhere = elsewhere;
        this.schedules = schedules;
        this.calendars = calendars;
        this.memberships = memberships;
    }

    /**
     * What is known.
     *
     * @param from first day in force
     * @param before what is published now; null for nothing
     * @param diff to what is published now
     * @param concerned by it
     * @param clashes sentences about what others have published and this needs as well
     */
    record Result(
            LocalDate from,
            @Nullable Revision before,
            Revision after,
            RevisionDiff diff,
            Concerned concerned,
            List<String> clashes) {}

    /**
     * Looks at everything.
     *
     * @param wanted first day in force; null for today
     * @param errors takes what is wrong with the date
     */
    Result check(Schedule schedule, RevisionSummary summary, @Nullable LocalDate wanted, List<InputError> errors) {
        LocalDate today = calendars.today();
        LocalDate from = wanted == null ? today : wanted;
        calendars.of(schedule.term()).ifPresent(term -> checkDate(from, today, term, errors));
        Revision after = timetables
                .find(summary.id())
                .orElseThrow(() -> new NotFoundException("The revision (%d) is gone.".formatted(summary.id())));
        Revision before =
                publications.newest(schedule.id()).map(publications::revision).orElse(null);
        RevisionDiff diff = RevisionDiff.between(before == null ? List.of() : before.activities(), after.activities());
        List<String> clashes = elsewhere.clashes(after, from, schedules.othersOfTerm(schedule.id())).stream()
                .map(clash -> sentence(after, clash))
                .distinct()
                .toList();
        return new Result(from, before, after, diff, Concerned.of(diff, before, after, memberships), clashes);
    }

    /** Today, where the college is. */
    LocalDate today() {
        return calendars.today();
    }

    /** Whether the term of a schedule is over on a day. */
    boolean isOver(Schedule schedule, LocalDate day) {
        return calendars
                .of(schedule.term())
                .filter(term -> day.isAfter(term.last()))
                .isPresent();
    }

    private static void checkDate(LocalDate from, LocalDate today, TermCalendar term, List<InputError> errors) {
        if (from.isBefore(today)) {
            errors.add(new InputError(
                    "/effective_from",
                    "The date (%s) is past; the past can't be changed any more. Say today (%s) or later."
                            .formatted(from, today)));
        }
        if (from.isAfter(term.last())) {
            errors.add(new InputError(
                    "/effective_from",
                    "The date (%s) is after the end of %s (%s).".formatted(from, term.name(), term.last())));
        }
    }

    private String sentence(Revision revision, PublishedElsewhere.Clash clash) {
        FrameNames names = new FrameNames(revision.frame());
        String name = names.template(clash.mine()).name() + " (" + names.group(clash.mine()) + ")";
        String owner = schedules.get(clash.schedule()).name();
        return clash.what() == null
                ? "%s is published in %s already.".formatted(name, owner)
                : "%s, %s %s: %s is taken by %s."
                        .formatted(name, clash.mine().day(), names.start(clash.mine()), clash.what(), owner);
    }
}
