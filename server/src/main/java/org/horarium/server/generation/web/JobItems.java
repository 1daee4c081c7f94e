package org.horarium.server.generation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationJobs;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.Progress;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Jobs as lists of pages show them. */
@Component
class JobItems {
    /** Most jobs on the tab of a schedule. */
    static final int PAGE = 20;

    private final Schedules schedules;
    private final GenerationJobs generation;

    JobItems(Schedules schedules, GenerationJobs generation) {
        this.schedules = schedules;
        this.generation = generation;
    }

    /**
     * A job as a line of a list.
     *
     * @param job the job
     * @param schedule name of its schedule for people
     * @param progress how far it is, live while it runs
     * @param before jobs that are before it in the queue; null unless it is queued
     */
    record Item(
            GenerationJob job,
            String schedule,
            Progress progress,
            @Nullable Integer before) {}

    /** Gives a page the jobs as {@code jobs}. */
    void add(List<GenerationJob> jobs, Model model) {
        Map<ScheduleId, String> names = new HashMap<>();
        model.addAttribute(
                "jobs",
                jobs.stream()
                        .map(job -> new Item(
                                job,
                                names.computeIfAbsent(
                                        job.schedule(), id -> schedules.get(id).name()),
                                generation.progress(job),
                                job.status() == JobStatus.QUEUED ? generation.queuedBefore(job) : null))
                        .toList());
    }
}
