package org.horarium.server.generation.worker;

import org.horarium.engine.model.Plan;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.Wish;
import org.horarium.server.generation.store.CheckpointStore;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.schedule.AllocationOutcome;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves how an attempt ended: the timetable, the job and the schedule in one transaction. An attempt that is not the running
 * one any more is refused, with nothing saved.
 */
@Component
class Outcomes {
    private final JobStore jobs;
    private final CheckpointStore checkpoints;
    private final Timetables timetables;
    private final Schedules schedules;

    Outcomes(JobStore jobs, CheckpointStore checkpoints, Timetables timetables, Schedules schedules) {
        this.jobs = jobs;
        this.checkpoints = checkpoints;
        this.timetables = timetables;
        this.schedules = schedules;
    }

    /**
     * Saves what can be kept of the best plan: completed if that is all of it, else failed with the part that could be
     * placed. If somebody has cancelled the job meanwhile, it is cancelled instead.
     *
     * @return how the job ended
     * @throws org.horarium.server.generation.store.FencedException if a later attempt has begun
     */
    @Transactional
    public JobStatus save(GenerationJob job, CollegeProblem problem, PlaceablePart part) {
        if (jobs.lock(job.id(), job.attempt()) == Wish.CANCEL) {
            end(job, JobStatus.CANCELLED, null, AllocationOutcome.WITHOUT_RESULT);
            return JobStatus.CANCELLED;
        }
        Plan plan = part.plan();
        Timetable timetable = problem.timetables().timetable(plan, part.score(), part.unplaced());
        timetables.save(NewRevision.of(job.schedule(), job.id(), problem.college(), problem.activities(), timetable));
        if (part.score().feasible()) {
            end(job, JobStatus.COMPLETED, null, AllocationOutcome.COMPLETED);
            return JobStatus.COMPLETED;
        }
        String reason =
                "%d of %d activities found no place. The timetable of the others is kept, with the reason for each."
                        .formatted(part.unplaced().size(), problem.activities().size());
        end(job, JobStatus.FAILED, reason, AllocationOutcome.WITHOUT_RESULT);
        return JobStatus.FAILED;
    }

    /** The job failed without any plan. */
    @Transactional
    public void fail(GenerationJob job, String reason) {
        end(job, JobStatus.FAILED, reason, AllocationOutcome.WITHOUT_RESULT);
    }

    /** The job was called off. */
    @Transactional
    public void cancel(GenerationJob job) {
        end(job, JobStatus.CANCELLED, null, AllocationOutcome.WITHOUT_RESULT);
    }

    private void end(GenerationJob job, JobStatus status, @Nullable String error, AllocationOutcome outcome) {
        jobs.finish(job.id(), job.attempt(), status, error);
        checkpoints.clear(job.id());
        schedules.endAllocation(job.schedule(), job.id(), outcome);
    }
}
