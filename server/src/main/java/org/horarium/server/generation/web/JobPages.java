package org.horarium.server.generation.web;

import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.horarium.server.access.Actor;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationJobs;
import org.horarium.server.generation.JobPhase;
import org.horarium.server.generation.JobPriority;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NumberedPage;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The pages of jobs: the list, and one job with its progress, its result and what was decided about it. */
@Controller
class JobPages {
    private final GenerationJobs jobs;
    private final Schedules schedules;
    private final Timetables timetables;
    private final JobItems items;
    private final JsonMapper json;

    JobPages(GenerationJobs jobs, Schedules schedules, Timetables timetables, JobItems items, JsonMapper json) {
        this.jobs = jobs;
        this.schedules = schedules;
        this.timetables = timetables;
        this.items = items;
        this.json = json;
    }

    /**
     * The jobs that are looked for.
     *
     * @param q part of what a job is found by
     * @param status a word; empty or unknown for all
     * @param page number, from 1
     */
    @GetMapping("/admin/generation-jobs")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        JobStatus wanted = Stream.of(JobStatus.values())
                .filter(s -> s.code().equals(status))
                .findFirst()
                .orElse(null);
        NumberedPage<GenerationJob> found = jobs.page(actor, q, wanted, page);
        items.add(found.rows(), model);
        model.addAttribute("page", found);
        model.addAttribute("q", q);
        model.addAttribute("status", wanted == null ? "" : wanted.code());
        model.addAttribute("statuses", JobStatus.values());
        return "generation/list";
    }

    @GetMapping("/admin/generation-jobs/{id}")
    String show(Actor actor, @PathVariable UUID id, Model model) {
        GenerationJob job = jobs.get(actor, id);
        var progress = jobs.progress(job);
        model.addAttribute("job", job);
        model.addAttribute("schedule", schedules.get(job.schedule()));
        model.addAttribute("progress", progress);
        model.addAttribute("progressJson", json.writeValueAsString(ProgressJson.of(job, progress)));
        model.addAttribute("phases", JobPhase.values());
        if (job.status() == JobStatus.QUEUED) {
            model.addAttribute("before", jobs.queuedBefore(job));
            model.addAttribute("priorities", JobPriority.values());
        }
        if (job.error() != null) {
            model.addAttribute("reasons", job.error().lines().toList());
        }
        Revision revision = job.status().open() ? null : timetables.ofJob(id).orElse(null);
        if (revision != null) {
            model.addAttribute("revision", revision);
            model.addAttribute("costs", new TreeMap<>(revision.costs()));
            model.addAttribute("unplaced", revision.unplacedNames());
        }
        return "generation/job";
    }

    @PostMapping("/admin/generation-jobs/{id}/stop")
    String stop(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        return act(id, redirect, () -> jobs.stop(actor, id), "generation.flash.stop");
    }

    @PostMapping("/admin/generation-jobs/{id}/cancel")
    String cancel(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        return act(id, redirect, () -> jobs.cancel(actor, id), "generation.flash.cancel");
    }

    @PostMapping("/admin/generation-jobs/{id}/priority")
    String prioritise(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String priority,
            RedirectAttributes redirect) {
        return act(
                id,
                redirect,
                () -> jobs.prioritise(
                        actor,
                        id,
                        JobPriority.of(priority)
                                .orElseThrow(() -> new InvalidInputException(
                                        "/priority", "There is no priority '%s'.".formatted(priority)))),
                "generation.flash.priority");
    }

    @PostMapping("/admin/generation-jobs/{id}/retry")
    String retry(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            return "redirect:/admin/generation-jobs/" + jobs.retry(actor, id).id();
        } catch (ConflictException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
            return "redirect:/admin/generation-jobs/" + id;
        }
    }

    /** Does something to a job and goes back to its page, which says how it went. */
    private static String act(UUID id, RedirectAttributes redirect, Runnable action, String done) {
        try {
            action.run();
            redirect.addFlashAttribute("flash", done);
        } catch (ConflictException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        return "redirect:/admin/generation-jobs/" + id;
    }
}
