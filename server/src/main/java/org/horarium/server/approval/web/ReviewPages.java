package org.horarium.server.approval.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.server.access.Actor;
import org.horarium.server.approval.Review;
import org.horarium.server.approval.ReviewComment;
import org.horarium.server.approval.ReviewComments;
import org.horarium.server.approval.Workflow;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleTab;
import org.horarium.server.timetable.ChangeRow;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.TemporaryRevisions;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review tab of a schedule: what would change, what is not right, what people say, and the next step. */
@Controller
@RequestMapping("/admin/schedules/{id}/review")
class ReviewPages {
    private static final String TAB = "review";
    private static final int MOST_WARNINGS = 50;

    private final ScheduleFrames frames;
    private final Timetables timetables;
    private final Workflow workflow;
    private final Review review;
    private final ReviewComments comments;
    private final TermCalendars calendars;
    private final TemporaryRevisions temporary;

    ReviewPages(
            ScheduleFrames frames,
            Timetables timetables,
            Workflow workflow,
            Review review,
            ReviewComments comments,
            TermCalendars calendars,
            TemporaryRevisions temporary) {
        this.frames = frames;
        this.timetables = timetables;
        this.workflow = workflow;
        this.review = review;
        this.comments = comments;
        this.calendars = calendars;
        this.temporary = temporary;
    }

    /** The tab of the schedule's page. */
    @Configuration(proxyBeanMethods = false)
    static class Tab {
        @Bean
        ScheduleTab reviewTab() {
            return new ScheduleTab(TAB, "approval.tab", "clipboard-check", 70);
        }
    }

    /** @param about id of the activity that a comment should be about; none if missing */
    @GetMapping
    String show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(defaultValue = "") String about,
            Model model,
            Locale locale) {
        ScheduleFrame frame = frames.open(new ScheduleId(id), TAB, actor);
        model.addAttribute("frame", frame);
        List<RevisionSummary> revisions = timetables.list(frame.schedule().id());
        if (revisions.isEmpty()) {
            return "approval/none";
        }
        RevisionSummary shown = choose(revisions, revision);
        Review.Changes changes = review.changes(actor, shown.workflow());
        List<ReviewComment> said = comments.of(actor, shown.workflow());
        model.addAttribute("revisions", revisions);
        model.addAttribute("state", changes.state());
        model.addAttribute("changes", changes);
        model.addAttribute(
                "rows",
                ChangeRow.of(
                        changes.diff(),
                        changes.before() == null ? null : changes.before().frame(),
                        changes.after().frame(),
                        locale));
        model.addAttribute("costs", costs(changes));
        model.addAttribute("comments", said);
        model.addAttribute(
                "commented",
                said.stream()
                        .filter(ReviewComment::open)
                        .map(c -> String.valueOf(c.activity()))
                        .toList());
        model.addAttribute("names", names(changes.after()));
        model.addAttribute("about", about);
        TemporaryRevisions.Days days = temporary.of(shown.id()).orElse(null);
        model.addAttribute("temporary", days);
        LocalDate today = calendars.today();
        model.addAttribute("today", days != null && days.from().isAfter(today) ? days.from() : today);
        model.addAttribute("term", calendars.of(frame.schedule().term()).orElse(null));
        return "approval/review";
    }

    /** What the verifier says, fetched by the page when it is there: it takes a moment. */
    @GetMapping("/{workflowId}/checks")
    String checks(Actor actor, @PathVariable UUID id, @PathVariable UUID workflowId, Model model, Locale locale) {
        frames.open(new ScheduleId(id), TAB, actor);
        model.addAttribute("warnings", review.warnings(actor, workflowId, MOST_WARNINGS, locale));
        return "approval/parts :: checks";
    }

    @PostMapping("/{workflowId}/steps")
    String step(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID workflowId,
            @RequestParam WorkflowAction action,
            @RequestParam(required = false) @Nullable String comments,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false, name = "effective_from")
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate effectiveFrom,
            RedirectAttributes redirect) {
        return act(
                id,
                workflowId,
                redirect,
                () -> workflow.take(actor, workflowId, new Workflow.Request(action, comments, version, effectiveFrom)),
                "approval.done." + action.code());
    }

    @PostMapping("/{workflowId}/comments")
    String comment(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID workflowId,
            @RequestParam(required = false) @Nullable String activity,
            @RequestParam(required = false) @Nullable String text,
            RedirectAttributes redirect) {
        return act(
                id,
                workflowId,
                redirect,
                () -> comments.add(actor, workflowId, activity, text),
                "approval.comment.done");
    }

    @PostMapping("/{workflowId}/comments/{comment}/resolve")
    String resolve(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID workflowId,
            @PathVariable long comment,
            RedirectAttributes redirect) {
        return act(
                id,
                workflowId,
                redirect,
                () -> comments.resolve(actor, workflowId, comment),
                "approval.comment.settled");
    }

    /** Does something and goes back to the page, which says how it went. */
    private String act(UUID id, UUID workflowId, RedirectAttributes redirect, Runnable action, String done) {
        try {
            action.run();
            redirect.addFlashAttribute("flash", done);
        } catch (ConflictException | StaleEditException | InvalidInputException | AccessDeniedException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        int number = timetables
                .summary(workflowId)
                .orElseThrow(() -> new NotFoundException("There is no timetable revision (%s).".formatted(workflowId)))
                .number();
        return "redirect:/admin/schedules/" + id + "/review?revision=" + number;
    }

    /** The one that was asked for, else the one that waits for a decision, else the newest. */
    private static RevisionSummary choose(List<RevisionSummary> revisions, @Nullable Integer number) {
        if (number != null) {
            return revisions.stream()
                    .filter(r -> r.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException(
                            "The schedule has no revision %d of its timetable.".formatted(number)));
        }
        return revisions.stream()
                .filter(r -> r.status() == RevisionStatus.PENDING_REVIEW)
                .findFirst()
                .orElse(revisions.get(0));
    }

    /**
     * The cost of a goal.
     *
     * @param before in what is published; null when nothing is
     * @param after in this revision
     */
    record Cost(@Nullable Long before, long after) {}

    private static Map<String, Cost> costs(Review.Changes changes) {
        Revision before = changes.before();
        TreeSet<String> goals = Stream.concat(
                        changes.after().costs().keySet().stream(),
                        before == null ? Stream.of() : before.costs().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Cost> costs = new TreeMap<>();
        for (String goal : goals) {
            costs.put(
                    goal,
                    new Cost(
                            before == null ? null : before.costs().getOrDefault(goal, 0L),
                            changes.after().costs().getOrDefault(goal, 0L)));
        }
        return costs;
    }

    /** Names of all activities for the list of what a comment can be about, in the order of their names. */
    private static Map<String, String> names(Revision revision) {
        FrameNames names = new FrameNames(revision.frame());
        Map<String, PlacedActivity> byId =
                revision.activities().stream().collect(Collectors.toMap(PlacedActivity::activity, Function.identity()));
        Map<String, String> sorted = new LinkedHashMap<>();
        byId.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        names.template(entry.getValue()).name() + " · " + names.group(entry.getValue()) + " · "
                                + entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1)))
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
