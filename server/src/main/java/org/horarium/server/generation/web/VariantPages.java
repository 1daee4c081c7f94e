package org.horarium.server.generation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.engine.variant.Variant;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.JobVariants;
import org.horarium.server.generation.VariantChoice;
import org.horarium.server.generation.VariantComments;
import org.horarium.server.generation.compare.Chart;
import org.horarium.server.generation.compare.KpiMatrix;
import org.horarium.server.generation.compare.VariantChanges;
import org.horarium.server.generation.compare.VariantCharts;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.timetable.ChangeRow;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.TimetableView;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The variants of a schedule's jobs: side by side, what is different, each as a timetable, comments, and the choice. */
@Controller
@RequestMapping("/admin/schedules/{id}/variants")
class VariantPages {
    static final String TAB = "variants";

    private final ScheduleFrames frames;
    private final JobVariants variants;
    private final VariantComments comments;
    private final Timetables timetables;

    VariantPages(ScheduleFrames frames, JobVariants variants, VariantComments comments, Timetables timetables) {
        this.frames = frames;
        this.variants = variants;
        this.comments = comments;
        this.timetables = timetables;
    }

    /**
     * The variants of a job side by side.
     *
     * @param job whose variants; those of the newest job that has any when missing
     * @param from variant that is compared; the chosen one when missing
     * @param to variant it is compared with; another one when missing
     * @param whose {@code group:…}, {@code person:…} or {@code room:…}, to see only what changes for it
     */
    @GetMapping
    String compare(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID job,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "") String whose,
            Model model,
            Locale locale) {
        ScheduleFrame frame = open(actor, id);
        model.addAttribute("frame", frame);
        List<GenerationJob> jobs = variants.jobsOf(frame.schedule().id());
        if (jobs.isEmpty()) {
            return "generation/variants-none";
        }
        GenerationJob shown = jobOf(actor, frame, job);
        List<JobVariant> list = variants.list(actor, shown.id());
        Map<Variant, NewRevision> contents = variants.contents(actor, shown.id());
        addJob(actor, shown, model);
        model.addAttribute("jobs", jobs);
        model.addAttribute("variants", list);
        model.addAttribute("matrix", KpiMatrix.of(list));
        model.addAttribute("people", list.isEmpty() ? Map.of() : names(contents, list.get(0)));
        model.addAttribute("charts", VariantCharts.of(list, contents, locale));
        model.addAttribute("chartWidth", Chart.WIDTH);
        model.addAttribute("chartHeight", Chart.HEIGHT);
        if (list.size() > 1) {
            Variant before =
                    pick(list, from, chosen(actor, shown).orElse(list.get(0).variant()), null);
            Variant after = pick(list, to, null, before);
            addChanges(before, after, contents, whose, model, locale);
        }
        return "generation/variants";
    }

    /** The week of one group, person or room in a variant, and what people say about the variant. */
    @GetMapping("/{variant}")
    String preview(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String variant,
            @RequestParam(required = false) @Nullable UUID job,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String of,
            Model model,
            Locale locale) {
        ScheduleFrame frame = open(actor, id);
        GenerationJob shown = jobOf(actor, frame, job);
        JobVariant found = variants.get(actor, shown.id(), named(variant));
        addJob(actor, shown, model);
        model.addAttribute("frame", frame);
        model.addAttribute("variant", found);
        model.addAttribute("variants", variants.list(actor, shown.id()));
        model.addAttribute("view", TimetableView.of(variants.content(found).unsaved(), Perspective.of(by), of, locale));
        model.addAttribute("perspectives", Perspective.values());
        model.addAttribute("comments", comments.of(found));
        return "generation/variant";
    }

    /** Makes a variant the draft. */
    @PostMapping("/{variant}/choose")
    String choose(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String variant,
            @RequestParam(required = false) @Nullable UUID job,
            RedirectAttributes redirect) {
        ScheduleFrame frame = open(actor, id);
        GenerationJob of = jobOf(actor, frame, job);
        try {
            variants.choose(actor, of.id(), named(variant));
            redirect.addFlashAttribute("flash", "generation.flash.chosen");
        } catch (ConflictException | AccessDeniedException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        return "redirect:/admin/schedules/" + id + "/variants?job=" + of.id();
    }

    /** Says something about a variant. */
    @PostMapping("/{variant}/comments")
    String comment(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String variant,
            @RequestParam(required = false) @Nullable UUID job,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes redirect) {
        ScheduleFrame frame = open(actor, id);
        JobVariant found = variants.get(actor, jobOf(actor, frame, job).id(), named(variant));
        try {
            comments.add(actor, found, text);
            redirect.addFlashAttribute("flash", "generation.flash.comment");
        } catch (InvalidInputException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        return "redirect:/admin/schedules/" + id + "/variants/"
                + found.variant().label() + "?job=" + found.job();
    }

    private ScheduleFrame open(Actor actor, UUID schedule) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        return frames.open(new ScheduleId(schedule), TAB, actor);
    }

    /** The job that is named; the newest with variants where none is. */
    private GenerationJob jobOf(Actor actor, ScheduleFrame frame, @Nullable UUID id) {
        if (id == null) {
            return variants.jobsOf(frame.schedule().id()).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("The schedule has no variants yet."));
        }
        GenerationJob job = variants.job(actor, id);
        if (!job.schedule().equals(frame.schedule().id())) {
            throw new NotFoundException(
                    "The generation job (%s) is not one of this schedule. See its tab 'Generation'.".formatted(id));
        }
        return job;
    }

    /** Gives a page the job, and what was chosen of it. */
    private void addJob(Actor actor, GenerationJob job, Model model) {
        model.addAttribute("job", job);
        List<VariantChoice> choices = variants.choices(actor, job.id());
        model.addAttribute("choices", choices);
        RevisionSummary draft = timetables.summaryOfJob(job.id()).orElse(null);
        model.addAttribute("draft", draft);
        model.addAttribute("chosen", choices.isEmpty() ? null : choices.get(0));
    }

    private Optional<Variant> chosen(Actor actor, GenerationJob job) {
        return variants.choices(actor, job.id()).stream().findFirst().map(VariantChoice::variant);
    }

    private void addChanges(
            Variant before,
            Variant after,
            Map<Variant, NewRevision> contents,
            String whose,
            Model model,
            Locale locale) {
        NewRevision one = contents.get(before);
        NewRevision other = contents.get(after);
        if (one == null || other == null) {
            return;
        }
        int colon = whose.indexOf(':');
        VariantChanges changes = VariantChanges.between(
                one,
                other,
                colon < 0 ? null : Perspective.of(whose.substring(0, colon)),
                colon < 0 ? null : whose.substring(colon + 1));
        model.addAttribute("from", before);
        model.addAttribute("to", after);
        model.addAttribute("whose", whose);
        model.addAttribute("perspectives", Perspective.values());
        model.addAttribute("names", other.frame());
        model.addAttribute("diff", changes.diff());
        model.addAttribute("rows", ChangeRow.of(changes.diff(), one.frame(), other.frame(), locale));
    }

    private static Map<String, String> names(Map<Variant, NewRevision> contents, JobVariant one) {
        NewRevision content = contents.get(one.variant());
        return content == null
                ? Map.of()
                : content.frame().people().stream().collect(Collectors.toMap(Frame.Label::id, Frame.Label::name));
    }

    /** The variant that was asked for, if it is there; else the usual one; else any but one. */
    private static Variant pick(
            List<JobVariant> list, @Nullable String asked, @Nullable Variant usual, @Nullable Variant not) {
        return Stream.of(
                        list.stream()
                                .map(JobVariant::variant)
                                .filter(v -> v.label().equals(asked)),
                        list.stream().map(JobVariant::variant).filter(v -> v == usual),
                        list.stream().map(JobVariant::variant).filter(v -> v != not))
                .flatMap(s -> s)
                .findFirst()
                .orElseThrow();
    }

    private static Variant named(String label) {
        return Stream.of(Variant.values())
                .filter(v -> v.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no variant '%s'.".formatted(label)));
    }
}
