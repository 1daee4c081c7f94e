package org.horarium.server.assessmentcentre.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.AssessmentCentre;
import org.horarium.server.assessmentcentre.AssessmentCentres;
import org.horarium.server.assessmentcentre.PlanVersion;
import org.horarium.server.assessmentcentre.PlanningJob;
import org.horarium.server.assessmentcentre.PlanningJob.Effort;
import org.horarium.server.assessmentcentre.PlanningJobs;
import org.horarium.server.assessmentcentre.PlanningStatus;
import org.horarium.server.assessmentcentre.view.By;
import org.horarium.server.assessmentcentre.view.Encounters;
import org.horarium.server.assessmentcentre.view.Gantt;
import org.horarium.server.assessmentcentre.view.Lists;
import org.horarium.server.assessmentcentre.view.Words;
import org.horarium.server.assessmentcentre.view.Workload;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.StaleEditException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A centre's planning: the overview with its job, the plan by whom and where, and who meets whom. */
@Controller
@RequestMapping("/admin/assessment-centres/{id}")
class PlanPages {
    /** Lengths of a planning that the form offers, in seconds. */
    static final List<Integer> SECONDS = List.of(5, 30, 120, 600);

    private final AssessmentCentres centres;
    private final PlanningJobs jobs;
    private final Words words;

    PlanPages(AssessmentCentres centres, PlanningJobs jobs, Words words) {
        this.centres = centres;
        this.jobs = jobs;
        this.words = words;
    }

    @GetMapping
    String overview(Actor actor, @PathVariable UUID id, Model model) {
        AssessmentCentre centre = centres.get(actor, id);
        model.addAttribute("frame", new CentreFrame(centre, ""));
        model.addAttribute("seconds", SECONDS);
        model.addAttribute("usual", Effort.DEFAULT_SECONDS);
        List<PlanVersion> versions = centres.plans(actor, id);
        model.addAttribute("versions", versions);
        current(centre, versions).ifPresent(version -> {
            model.addAttribute("version", version);
            model.addAttribute("outdated", !version.centre().equals(centre.centre()));
        });
        job(actor, id, model);
        model.addAttribute("words", words);
        return "assessmentcentre/overview";
    }

    private static Optional<PlanVersion> current(AssessmentCentre centre, List<PlanVersion> versions) {
        Integer number = centre.currentPlan();
        return versions.stream()
                .filter(v -> number != null && v.number() == number)
                .findFirst();
    }

    private Optional<PlanningJob> job(Actor actor, UUID id, Model model) {
        Optional<PlanningJob> job = jobs.newest(actor, id);
        job.ifPresent(found -> {
            model.addAttribute("job", found);
            if (found.status() == PlanningStatus.QUEUED) {
                model.addAttribute("before", jobs.queuedBefore(found));
            }
        });
        return job;
    }

    /** The progress alone, asked for every second; when the job has ended, the page is loaded again. */
    @GetMapping("/progress")
    String progress(Actor actor, @PathVariable UUID id, Model model, HttpServletResponse response) {
        model.addAttribute("frame", new CentreFrame(centres.get(actor, id), ""));
        if (job(actor, id, model).filter(job -> job.status().open()).isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "assessmentcentre/parts :: progress";
    }

    @PostMapping("/generate")
    String generate(Actor actor, @PathVariable UUID id, @RequestParam int seconds, RedirectAttributes redirect) {
        return act(id, redirect, () -> {
            jobs.start(actor, id, new Effort(seconds, Effort.DEFAULT_SEED), null);
            return null;
        });
    }

    @PostMapping("/jobs/{job}/stop")
    String stop(Actor actor, @PathVariable UUID id, @PathVariable UUID job, RedirectAttributes redirect) {
        return act(id, redirect, () -> {
            jobs.stop(actor, id, job);
            return "centre.flash.stop";
        });
    }

    @PostMapping("/jobs/{job}/cancel")
    String cancel(Actor actor, @PathVariable UUID id, @PathVariable UUID job, RedirectAttributes redirect) {
        return act(id, redirect, () -> {
            jobs.cancel(actor, id, job);
            return "centre.flash.cancel";
        });
    }

    /** Makes the change that helps, and plans again. */
    @PostMapping("/jobs/{job}/suggestions/{number}")
    String apply(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID job,
            @PathVariable int number,
            @RequestParam long version,
            RedirectAttributes redirect) {
        return act(id, redirect, () -> {
            PlanningJob refused = jobs.get(actor, id, job);
            jobs.apply(actor, id, job, number, version);
            jobs.start(actor, id, refused.effort(), null);
            return "centre.flash.applied";
        });
    }

    /** Something that people do; says which text tells that it is done, or nothing. */
    private interface Deed {
        @Nullable
        String run();
    }

    private static String act(UUID id, RedirectAttributes redirect, Deed deed) {
        try {
            String done = deed.run();
            if (done != null) {
                redirect.addFlashAttribute("flash", done);
            }
        } catch (ConflictException | InvalidInputException | StaleEditException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        return "redirect:/admin/assessment-centres/" + id;
    }

    @GetMapping("/plan")
    String plan(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable Integer plan,
            Model model) {
        AssessmentCentre centre = centres.get(actor, id);
        model.addAttribute("frame", new CentreFrame(centre, "plan"));
        List<PlanVersion> versions = centres.plans(actor, id);
        Optional<PlanVersion> shown =
                plan == null ? current(centre, versions) : Optional.of(centres.plan(actor, id, plan));
        if (shown.isEmpty()) {
            return "assessmentcentre/none";
        }
        PlanVersion version = shown.get();
        By whose = By.of(by);
        boolean drawn = By.drawn().contains(whose) && !view.equals("list");
        model.addAttribute("version", version);
        model.addAttribute("versions", versions);
        model.addAttribute("whose", whose);
        model.addAttribute("all", By.values());
        model.addAttribute("drawn", drawn);
        if (drawn) {
            model.addAttribute("gantt", Gantt.of(version.centre(), version.plan(), whose, s -> null));
        }
        model.addAttribute("sheets", Lists.all(version.centre(), version.plan(), whose, s -> null));
        return "assessmentcentre/plan";
    }

    @GetMapping("/people")
    String people(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("frame", new CentreFrame(centres.get(actor, id), "people"));
        Optional<PlanVersion> version = centres.currentPlan(actor, id);
        if (version.isEmpty()) {
            return "assessmentcentre/none";
        }
        model.addAttribute("version", version.get());
        model.addAttribute(
                "encounters",
                Encounters.of(version.get().centre(), version.get().plan()));
        model.addAttribute(
                "workload", Workload.of(version.get().centre(), version.get().plan()));
        return "assessmentcentre/people";
    }
}
