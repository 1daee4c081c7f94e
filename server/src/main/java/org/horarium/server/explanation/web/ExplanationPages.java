package org.horarium.server.explanation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.explanation.Explanation;
import org.horarium.server.explanation.ExplanationStatus;
import org.horarium.server.explanation.Explanations;
import org.horarium.server.explanation.Preflight;
import org.horarium.server.explanation.remedy.RemedyService;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationRequest;
import org.horarium.server.generation.GenerationRequest.Search;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleTab;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab of a schedule that says what stands in the way of a timetable. */
@Controller
@RequestMapping("/admin/schedules/{id}/explanation")
class ExplanationPages {
    private static final String TAB = "explanation";
    private static final List<Integer> TIMES = List.of(10, Explanation.DEFAULT_SECONDS, 120, 600);

    private final Explanations explanations;
    private final RemedyService remedies;
    private final ScheduleFrames frames;
    private final MessageSource messages;

    ExplanationPages(Explanations explanations, RemedyService remedies, ScheduleFrames frames, MessageSource messages) {
        this.explanations = explanations;
        this.remedies = remedies;
        this.frames = frames;
        this.messages = messages;
    }

    @Bean
    static ScheduleTab explanationTab() {
        return new ScheduleTab(TAB, "explanation.tab", "signpost-split", 35);
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        ScheduleId schedule = new ScheduleId(id);
        model.addAttribute("frame", frames.open(schedule, TAB, actor));
        model.addAttribute("times", TIMES);
        model.addAttribute("usual", Explanation.DEFAULT_SECONDS);
        Optional<Explanation> newest = explanations.newest(actor, schedule);
        model.addAttribute("explanation", newest.orElse(null));
        newest.ifPresent(explanation -> {
            model.addAttribute("view", ExplanationView.of(explanation.findings(), new PhraseText(messages, locale)));
            model.addAttribute(
                    "current",
                    explanation.status() == ExplanationStatus.COMPLETED && explanations.current(explanation));
            model.addAttribute(
                    "faults",
                    explanation.error() == null
                            ? List.of()
                            : explanation.error().lines().toList());
        });
        return "explanation/tab";
    }

    /** What counting proves, fetched by the page after it is shown: it may take a second. */
    @GetMapping("/preflight")
    String preflight(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Preflight found = explanations.preflight(actor, new ScheduleId(id));
        model.addAttribute("preflight", found);
        model.addAttribute("items", ExplanationView.items(found.impossibilities(), new PhraseText(messages, locale)));
        return "explanation/parts :: preflight";
    }

    /** How far an open explanation is; when it has ended the page is loaded anew. */
    @GetMapping("/progress")
    String progress(Actor actor, @PathVariable UUID id, Model model, HttpServletResponse response) {
        Optional<Explanation> newest = explanations.newest(actor, new ScheduleId(id));
        if (newest.isEmpty() || !newest.get().status().open()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("explanation", newest.orElse(null));
        return "explanation/parts :: progress";
    }

    @PostMapping
    String start(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID job,
            @RequestParam(defaultValue = "" + Explanation.DEFAULT_SECONDS) int seconds,
            RedirectAttributes redirect) {
        try {
            explanations.start(actor, new ScheduleId(id), job, seconds);
        } catch (ConflictException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
        }
        return "redirect:/admin/schedules/" + id + "/explanation";
    }

    @PostMapping("/{explanation}/stop")
    String stop(Actor actor, @PathVariable UUID id, @PathVariable UUID explanation) {
        explanations.stop(actor, new ScheduleId(id), explanation);
        return "redirect:/admin/schedules/" + id + "/explanation";
    }

    @PostMapping("/{explanation}/apply")
    String apply(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID explanation,
            @RequestParam int suggestion,
            RedirectAttributes redirect) {
        try {
            GenerationJob job = remedies.apply(
                    actor,
                    new ScheduleId(id),
                    explanation,
                    suggestion,
                    new Search(
                            Duration.ofSeconds(GenerationRequest.DEFAULT_SECONDS),
                            GenerationRequest.anySeed(),
                            GenerationRequest.ALL_VARIANTS));
            redirect.addFlashAttribute("flash", "explanation.applied.flash");
            return "redirect:/admin/generation-jobs/" + job.id();
        } catch (ConflictException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
            return "redirect:/admin/schedules/" + id + "/explanation";
        }
    }

    @PostMapping("/{explanation}/undo")
    String undo(Actor actor, @PathVariable UUID id, @PathVariable UUID explanation, RedirectAttributes redirect) {
        try {
            remedies.undo(actor, new ScheduleId(id), explanation);
            redirect.addFlashAttribute("flash", "explanation.undone.flash");
        } catch (ConflictException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
        }
        return "redirect:/admin/schedules/" + id + "/explanation";
    }
}
