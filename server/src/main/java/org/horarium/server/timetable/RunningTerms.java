package org.horarium.server.timetable;

import java.time.LocalDate;
import java.util.List;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.schedule.Schedules;
import org.springframework.stereotype.Component;

/** Leaves out what belongs to terms that are over. */
@Component
public class RunningTerms {
    private final Schedules schedules;
    private final TermCalendars calendars;

    RunningTerms(Schedules schedules, TermCalendars calendars) {
        this.schedules = schedules;
        this.calendars = calendars;
    }

    /** The publications whose term is not over on a day. */
    public List<Publication> only(List<Publication> publications, LocalDate day) {
        return publications.stream()
                .filter(publication -> calendars
                        .of(schedules.get(publication.schedule()).term())
                        .filter(term -> !term.last().isBefore(day))
                        .isPresent())
                .toList();
    }
}
