package org.horarium.server.generation.worker;

import java.util.Optional;
import org.horarium.engine.model.Plan;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.timetable.PlacedPlan;
import org.horarium.server.timetable.Publications;
import org.springframework.stereotype.Component;

/** What a schedule has published last, as a plan that new ones are compared with. */
@Component
class PublishedPlans {
    private final Publications publications;

    PublishedPlans(Publications publications) {
        this.publications = publications;
    }

    /** The plan of what was published last, as far as the college still has it; nothing when nothing is published. */
    Optional<Plan> of(ScheduleId schedule, CollegeProblem problem) {
        return publications
                .newest(schedule)
                .map(publications::revision)
                .map(revision -> PlacedPlan.of(revision.activities(), problem));
    }
}
