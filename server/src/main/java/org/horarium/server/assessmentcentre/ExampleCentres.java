package org.horarium.server.assessmentcentre;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.horarium.assessment.AssessmentPlanner;
import org.horarium.assessment.Limits;
import org.horarium.assessment.Outcome;
import org.horarium.assessment.PlanListener;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Period;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.ExampleCentre;
import org.horarium.server.assessmentcentre.store.CentreStore;
import org.horarium.server.assessmentcentre.store.PlanStore;
import org.springframework.stereotype.Component;

/** The shipped centre of two days as part of the demo data, with a plan made by quick list scheduling. */
@Component
public class ExampleCentres {
    private static final String SYSTEM = "system";

    private final CentreStore centres;
    private final PlanStore plans;

    ExampleCentres(CentreStore centres, PlanStore plans) {
        this.centres = centres;
        this.plans = plans;
    }

    /**
     * Adds the example, as part of the caller's transaction.
     *
     * @param department whose it is
     * @param firstDay its first day
     */
    public void insert(String department, LocalDate firstDay) {
        Centre centre = movedTo(CentreReader.read(ExampleCentre.TWO_DAYS.json()), firstDay);
        UUID id = UUID.randomUUID();
        centres.insert(id, department, centre, SYSTEM);
        Outcome outcome = AssessmentPlanner.plan(centre, new Limits(2, 1, 1, false), PlanListener.NONE);
        if (outcome instanceof Outcome.Planned planned) {
            plans.insertPlanned(id, null, centre, planned.plan(), planned.summary(), SYSTEM);
        }
    }

    private static Centre movedTo(Centre c, LocalDate firstDay) {
        long days = ChronoUnit.DAYS.between(c.days().get(0).date(), firstDay);
        return new Centre(
                c.name(),
                c.timeZone(),
                c.participants().stream()
                        .map(p -> new Participant(p.id(), p.name(), moved(p.unavailable(), days), p.extraTimePercent()))
                        .toList(),
                c.assessors().stream()
                        .map(a -> new Assessor(a.id(), a.name(), moved(a.unavailable(), days)))
                        .toList(),
                c.rooms(),
                c.assessments(),
                c.roomMapping(),
                c.assessorMapping(),
                c.activityMinutes(),
                c.groupActivityMinutes(),
                c.bufferMinutes(),
                c.bufferAfterBreak(),
                c.days().stream()
                        .map(d -> new Day(d.date().plusDays(days), d.start(), d.end(), d.breaks()))
                        .toList(),
                c.minGroupSize(),
                c.maxAssessorsPerSession(),
                c.noGoPairs());
    }

    private static List<Period> moved(List<Period> periods, long days) {
        return periods.stream()
                .map(p -> new Period(p.start().plusDays(days), p.end().plusDays(days)))
                .toList();
    }
}
