package org.horarium.server.generation.worker;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.variant.VariantSet;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobNotices;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.MissingVariant;
import org.horarium.server.generation.Wish;
import org.horarium.server.generation.store.CheckpointStore;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.VariantStore;
import org.horarium.server.schedule.AllocationOutcome;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves how an attempt ended: the variants, the draft, the job and the schedule in one transaction. An attempt that is not the running
 * one any more is refused, with nothing saved.
 */
@Component
class Outcomes {
    private final JobStore jobs;
    private final CheckpointStore checkpoints;
    private final VariantStore variants;
    private final Timetables timetables;
    private final Schedules schedules;
    private final JobNotices notices;

    Outcomes(
            JobStore jobs,
            CheckpointStore checkpoints,
            VariantStore variants,
            Timetables timetables,
            Schedules schedules,
            JobNotices notices) {
        this.jobs = jobs;
        this.checkpoints = checkpoints;
        this.variants = variants;
        this.timetables = timetables;
        this.schedules = schedules;
        this.notices = notices;
    }

    /**
     * Saves the variants; the balanced one becomes a draft at once, until somebody chooses another one. If not even that
     * could be made, the job fails, and the part that could be placed is kept. If somebody has cancelled the job meanwhile,
     * it is cancelled instead.
     *
     * @return how the job ended
     * @throws org.horarium.server.generation.store.FencedException if a later attempt has begun
     */
    @Transactional
    public JobStatus save(GenerationJob job, CollegeProblem problem, VariantSet set, VariantKeeper keeper) {
        if (jobs.lock(job.id(), job.attempt()) == Wish.CANCEL) {
            cancel(job);
            return JobStatus.CANCELLED;
        }
        Solution balanced = set.plans().get(0).solution();
        if (!balanced.verdict().feasible()) {
            return savePart(job, problem, PlaceablePart.of(problem.problem(), balanced.plan(), balanced.unplaced()));
        }
        keeper.save();
        variants.retain(
                job.id(), set.plans().stream().map(VariantSet.Made::variant).toList());
        complete(
                job,
                set.missing().stream()
                        .map(m -> new MissingVariant(m.variant(), m.reason()))
                        .toList());
        return JobStatus.COMPLETED;
    }

    private JobStatus savePart(GenerationJob job, CollegeProblem problem, PlaceablePart part) {
        Timetable timetable = problem.timetables().timetable(part.plan(), part.score(), part.unplaced());
        timetables.save(NewRevision.of(job.schedule(), job.id(), problem.college(), problem.activities(), timetable));
        fail(
                job,
                "%d of %d activities found no place. The timetable of the others is kept, with the reason for each."
                        .formatted(part.unplaced().size(), problem.activities().size()));
        return JobStatus.FAILED;
    }

    /**
     * Nobody will try again. What earlier attempts have made is kept; without any, the job fails.
     *
     * @param reason what happened
     * @return how the job ended
     */
    @Transactional
    public JobStatus giveUp(GenerationJob job, String reason) {
        Set<Variant> made =
                variants.list(job.id()).stream().map(JobVariant::variant).collect(Collectors.toSet());
        if (!made.contains(Variant.BALANCED)) {
            fail(job, reason);
            return JobStatus.FAILED;
        }
        complete(
                job,
                job.request().variants().stream()
                        .filter(variant -> !made.contains(variant))
                        .map(variant -> new MissingVariant(variant, reason))
                        .toList());
        return JobStatus.COMPLETED;
    }

    private void complete(GenerationJob job, List<MissingVariant> missing) {
        JobVariant balanced = variants.find(job.id(), Variant.BALANCED).orElseThrow();
        variants.choose(balanced.id(), timetables.save(variants.content(balanced.id())), null);
        end(job, JobStatus.COMPLETED, null, missing, AllocationOutcome.COMPLETED);
        notices.completed(job, missing);
    }

    /** The job failed without any plan. */
    @Transactional
    public void fail(GenerationJob job, String reason) {
        variants.retain(job.id(), List.of());
        end(job, JobStatus.FAILED, reason, List.of(), AllocationOutcome.WITHOUT_RESULT);
        notices.failed(job, reason);
    }

    /** The job was called off. */
    @Transactional
    public void cancel(GenerationJob job) {
        variants.retain(job.id(), List.of());
        end(job, JobStatus.CANCELLED, null, List.of(), AllocationOutcome.WITHOUT_RESULT);
    }

    private void end(
            GenerationJob job,
            JobStatus status,
            @Nullable String error,
            List<MissingVariant> missing,
            AllocationOutcome outcome) {
        jobs.finish(job.id(), job.attempt(), status, error, missing);
        checkpoints.clear(job.id());
        schedules.endAllocation(job.schedule(), job.id(), outcome);
    }
}
