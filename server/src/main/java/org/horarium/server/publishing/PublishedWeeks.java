package org.horarium.server.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.CombinedWeek;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RunningTerms;
import org.horarium.server.timetable.ShownWeek;
import org.horarium.server.timetable.ShownWeeks;
import org.horarium.server.timetable.TimetableView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is in force, as weeks to look at. */
@Service
public class PublishedWeeks {
    private final Publications publications;
    private final Schedules schedules;
    private final RunningTerms running;
    private final TermCalendars calendars;
    private final ShownWeeks shown;

    PublishedWeeks(
            Publications publications,
            Schedules schedules,
            RunningTerms running,
            TermCalendars calendars,
            ShownWeeks shown) {
        this.publications = publications;
        this.schedules = schedules;
        this.running = running;
        this.calendars = calendars;
        this.shown = shown;
    }

    /** The week of a room, of all that have published; one for each term or grid. */
    @Transactional(readOnly = true)
    public List<ShownWeek> ofRoom(String code, Locale locale) {
        LocalDate today = calendars.today();
        List<Publication> inForce = running.only(publications.withRoom(code, today), today);
        Set<String> ids = Set.of(code);
        return shown.of(
                inForce,
                Perspective.ROOM,
                code,
                locale,
                () ->
                        CombinedWeek.of(
                                        revisions(inForce),
                                        frame -> activity -> Perspective.ROOM.concerns(activity, ids))
                                .stream()
                                .map(revision -> TimetableView.of(revision, Perspective.ROOM, code, locale))
                                .toList());
    }

    /**
     * The week of a group of a department.
     *
     * @param department its code
     * @param wanted code of the group; the first section if null or unknown
     */
    @Transactional(readOnly = true)
    public List<ShownWeek> ofDepartment(String department, @Nullable String wanted, Locale locale) {
        LocalDate today = calendars.today();
        List<Publication> inForce = running.only(publications.inForce(today), today).stream()
                .filter(p -> schedules.get(p.schedule()).departments().contains(department))
                .toList();
        // whatever else is asked for shows the same, and is kept once
        String group = revisions(inForce).stream()
                .flatMap(revision -> revision.frame().groups().stream())
                .map(Frame.Group::id)
                .filter(id -> id.equals(wanted))
                .findFirst()
                .orElse("");
        return shown.of(
                inForce,
                Perspective.GROUP,
                department + "\n" + group,
                locale,
                () -> CombinedWeek.of(revisions(inForce), frame -> activity -> true).stream()
                        .map(revision -> TimetableView.of(revision, Perspective.GROUP, group, locale))
                        .toList());
    }

    private List<Revision> revisions(List<Publication> inForce) {
        return inForce.stream().map(publications::revision).toList();
    }
}
