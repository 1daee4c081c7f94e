package org.horarium.server.generation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Jobs as lists of pages show them. */
@Component
class JobItems {
    /** Most jobs on a page. */
    static final int PAGE = 20;

    private final Schedules schedules;

    JobItems(Schedules schedules) {
        this.schedules = schedules;
    }

    /**
     * A job with the name of its schedule.
     *
     * @param job the job
     * @param schedule name for people
     */
    record Item(GenerationJob job, String schedule) {}

    /** Gives a page the jobs as {@code jobs}, at most {@link #PAGE}. */
    void add(List<GenerationJob> jobs, Model model) {
        Map<ScheduleId, String> names = new HashMap<>();
        model.addAttribute(
                "jobs",
                jobs.stream()
                        .limit(PAGE)
                        .map(job -> new Item(
                                job,
                                names.computeIfAbsent(
                                        job.schedule(), id -> schedules.get(id).name())))
                        .toList());
    }
}
