package org.horarium.server.assessmentcentre.worker;

import org.horarium.assessment.Outcome;
import org.horarium.server.assessmentcentre.PlanningJob;
import org.horarium.server.assessmentcentre.PlanningStatus;
import org.horarium.server.assessmentcentre.PlanningWish;
import org.horarium.server.assessmentcentre.Refusal;
import org.horarium.server.assessmentcentre.store.CentreStore;
import org.horarium.server.assessmentcentre.store.PlanStore;
import org.horarium.server.assessmentcentre.store.PlanningJobStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves how an attempt ended: the plan and the job in one transaction. An attempt that is not the running one any more is
 * refused, with nothing saved.
 */
@Component
class PlanningOutcomes {
    private final PlanningJobStore jobs;
    private final CentreStore centres;
    private final PlanStore plans;

    PlanningOutcomes(PlanningJobStore jobs, CentreStore centres, PlanStore plans) {
        this.jobs = jobs;
        this.centres = centres;
        this.plans = plans;
    }

    /** Saves a plan or why there is none. If somebody has cancelled the job meanwhile, it is cancelled instead. */
    @Transactional
    public PlanningStatus save(PlanningJob job, Outcome outcome) {
        if (jobs.lock(job.id(), job.attempt()) == PlanningWish.CANCEL) {
            return end(job, PlanningStatus.CANCELLED, null, null);
        }
        if (outcome instanceof Outcome.Planned planned) {
            centres.lock(job.centreId());
            plans.insertPlanned(
                    job.centreId(), job.id(), job.centre(), planned.plan(), planned.summary(), job.createdBy());
            return end(job, PlanningStatus.COMPLETED, null, null);
        }
        return end(job, PlanningStatus.FAILED, Refusal.of(((Outcome.Refused) outcome).failure()), null);
    }

    /** The job was called off. */
    @Transactional
    public PlanningStatus cancel(PlanningJob job) {
        return end(job, PlanningStatus.CANCELLED, null, null);
    }

    /** Something went wrong on our side. */
    @Transactional
    public PlanningStatus fail(PlanningJob job, String reason) {
        return end(job, PlanningStatus.FAILED, null, reason);
    }

    private PlanningStatus end(
            PlanningJob job, PlanningStatus status, @Nullable Refusal refusal, @Nullable String error) {
        jobs.finish(job.id(), job.attempt(), status, refusal, error);
        return status;
    }
}
