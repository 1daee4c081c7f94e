package org.horarium.server.timetable.regeneration;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.TimetableView;
import org.horarium.server.timetable.board.Boards;
import org.horarium.server.timetable.board.OpenDraft;
import org.horarium.server.timetable.board.Where;
import org.horarium.server.timetable.board.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rows to choose from, and the page of a regeneration: how far it is, what it would move, and the decision. */
@Controller
class RegenerationPages {
    private final ScheduleFrames frames;
    private final Boards boards;
    private final Regenerations regenerations;
    private final MessageSource messages;

    RegenerationPages(ScheduleFrames frames, Boards boards, Regenerations regenerations, MessageSource messages) {
        this.frames = frames;
        this.boards = boards;
        this.regenerations = regenerations;
        this.messages = messages;
    }

    /** An activity as a row. */
    record Row(String activity, String name, String where, boolean pinned) {}

    /** A day to choose. */
    record Day(int number, String name) {}

    /** What may move. */
    enum Scope {
        /** Everything. */
        ALL,
        /** What is shown: the week of a group, a person or a room. */
        SHOWN,
        /** A day of the whole plan. */
        DAY,
        /** What was picked. */
        PICKED
    }

    @GetMapping("/admin/schedules/{id}/board/rows")
    String rows(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            Where where,
            Model model,
            Locale locale) {
        ScheduleFrame frame = frames.open(new ScheduleId(id), "board", actor);
        OpenDraft draft = boards.open(frame.schedule().id(), revision, actor);
        Wording words = new Wording(draft, messages, locale);
        TimetableView view = TimetableView.of(draft.revision(), Perspective.of(where.by()), where.of(), locale);
        Set<String> pinned = draft.pinned();
        model.addAttribute("frame", frame);
        model.addAttribute("schedule", frame.schedule());
        model.addAttribute("view", view);
        model.addAttribute("where", where);
        model.addAttribute("perspectives", Perspective.values());
        model.addAttribute("standing", boards.standing(draft.revision()).orElse(null));
        model.addAttribute(
                "editable", frame.mayManage() && draft.revision().status().open());
        model.addAttribute(
                "days",
                draft.revision().frame().days().stream()
                        .map(day -> new Day(day.getValue(), day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                        .toList());
        model.addAttribute(
                "rows",
                view.activities().stream()
                        .sorted(Comparator.comparing(PlacedActivity::day).thenComparingInt(PlacedActivity::slot))
                        .map(a -> new Row(
                                a.activity(),
                                words.activity(a.activity()),
                                words.place(a),
                                pinned.contains(a.activity())))
                        .toList());
        return "timetable/board-rows";
    }

    @PostMapping("/admin/schedules/{id}/board/{revision}/regeneration")
    String start(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestParam long version,
            @RequestParam Scope scope,
            @RequestParam(required = false) @Nullable Integer day,
            @RequestParam(required = false) @Nullable List<String> activity,
            @RequestParam(defaultValue = "true") boolean fewMoves,
            @RequestParam(defaultValue = "20") int seconds,
            Where where,
            RedirectAttributes redirect,
            Locale locale) {
        ScheduleId schedule = new ScheduleId(id);
        try {
            OpenDraft draft = boards.open(schedule, revision, actor);
            Regenerations.Wish wish = new Regenerations.Wish(
                    activities(draft.revision(), scope, day, activity, where, locale),
                    scope(draft.revision(), scope, day, activity, where, locale),
                    fewMoves,
                    seconds);
            UUID job = regenerations.start(actor, schedule, revision, version, wish);
            return "redirect:" + page(id, job, where);
        } catch (StaleEditException | ConflictException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
            return "redirect:/admin/schedules/%s/board/rows?revision=%d%s".formatted(id, revision, where.query());
        }
    }

    private static Set<String> activities(
            Revision revision,
            Scope scope,
            @Nullable Integer day,
            @Nullable List<String> picked,
            Where where,
            Locale locale) {
        List<PlacedActivity> chosen = switch (scope) {
            case ALL -> revision.activities();
            case SHOWN ->
                TimetableView.of(revision, Perspective.of(where.by()), where.of(), locale)
                        .activities();
            case DAY ->
                revision.activities().stream()
                        .filter(a -> a.day() == dayOf(day))
                        .toList();
            case PICKED ->
                revision.activities().stream()
                        .filter(a -> picked != null && picked.contains(a.activity()))
                        .toList();
        };
        Set<String> ids =
                chosen.stream().map(PlacedActivity::activity).collect(Collectors.toCollection(LinkedHashSet::new));
        if (scope == Scope.ALL) {
            revision.unplaced().forEach(unplaced -> ids.add(unplaced.activity()));
        }
        return ids;
    }

    private String scope(
            Revision revision,
            Scope scope,
            @Nullable Integer day,
            @Nullable List<String> picked,
            Where where,
            Locale locale) {
        return switch (scope) {
            case ALL -> text("timetable.regeneration.scope.all", locale);
            case SHOWN ->
                TimetableView.of(revision, Perspective.of(where.by()), where.of(), locale)
                        .name();
            case DAY -> dayOf(day).getDisplayName(TextStyle.FULL_STANDALONE, locale);
            case PICKED -> text("timetable.regeneration.scope.picked", locale, picked == null ? 0 : picked.size());
        };
    }

    private static DayOfWeek dayOf(@Nullable Integer day) {
        if (day == null || day < 1 || day > 7) {
            throw new InvalidInputException("/day", "The day (%s) must be 1 (Monday) to 7.".formatted(day));
        }
        return DayOfWeek.of(day);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    private static String page(UUID schedule, UUID job, Where where) {
        String query = where.query();
        return "/admin/schedules/%s/board/regeneration/%s%s"
                .formatted(schedule, job, query.isEmpty() ? "" : "?" + query.substring(1));
    }

    @GetMapping("/admin/schedules/{id}/board/regeneration/{job}")
    String show(Actor actor, @PathVariable UUID id, @PathVariable UUID job, Where where, Model model, Locale locale) {
        ScheduleFrame frame = frames.open(new ScheduleId(id), "board", actor);
        Regenerations.Found found = regenerations.get(actor, frame.schedule().id(), job);
        Wording words =
                new Wording(boards.open(frame.schedule().id(), found.revision().number(), actor), messages, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("schedule", frame.schedule());
        model.addAttribute("revision", found.revision());
        model.addAttribute("job", found.job());
        model.addAttribute("where", where);
        model.addAttribute("stale", found.revision().version() != found.job().version());
        model.addAttribute(
                "moves",
                found.job().moves().stream()
                        .map(after -> words.change(
                                found.revision().activities().stream()
                                        .filter(a -> a.activity().equals(after.activity()))
                                        .findFirst()
                                        .orElse(null),
                                after))
                        .toList());
        return "timetable/regeneration";
    }

    @PostMapping("/admin/schedules/{id}/board/regeneration/{job}/{decision:stop|accept|refuse}")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID job,
            @PathVariable String decision,
            Where where,
            RedirectAttributes redirect) {
        ScheduleId schedule = new ScheduleId(id);
        int revision = regenerations.get(actor, schedule, job).revision().number();
        try {
            switch (decision) {
                case "stop" -> {
                    regenerations.stop(actor, schedule, job);
                    return "redirect:" + page(id, job, where);
                }
                case "accept" -> regenerations.accept(actor, schedule, job);
                default -> regenerations.refuse(actor, schedule, job);
            }
            redirect.addFlashAttribute("flash", "timetable.regeneration.done." + decision);
            return "redirect:" + where.board(id, revision);
        } catch (StaleEditException | ConflictException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
            return "redirect:" + page(id, job, where);
        }
    }
}
