package org.horarium.server.timetable.disruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.horarium.engine.model.Problem;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.horarium.server.timetable.board.DraftRules;
import org.springframework.stereotype.Component;

/** Drafts that repair a disruption are judged by rules that know of it, whoever edits them. */
@Component
class DisruptionRules implements DraftRules {
    private final DisruptionStore store;
    private final Timetables timetables;
    private final TermCalendars calendars;

    DisruptionRules(DisruptionStore store, Timetables timetables, TermCalendars calendars) {
        this.store = store;
        this.timetables = timetables;
        this.calendars = calendars;
    }

    @Override
    public Problem of(Revision revision, CollegeProblem data, Problem rules) {
        Optional<DisruptionStore.Kept> kept = store.of(revision.id());
        Optional<TermCalendar> term = calendars.of(data.college().term().id());
        if (kept.isEmpty() || term.isEmpty()) {
            return rules;
        }
        Revision base = timetables.find(kept.get().base()).orElseThrow();
        LostDays days = LostDays.of(
                kept.get().what(),
                term.get(),
                data.college().term().days(),
                kept.get().reportedOn(),
                new ArrayList<>());
        return DisruptedProblem.of(
                rules, data.college().term().days(), kept.get().what(), days, List.copyOf(base.activities()));
    }
}
