package org.horarium.server.timetable.board;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.engine.edit.Choice;
import org.horarium.engine.edit.Suggestion;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleTab;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.TimetableView;
import org.horarium.server.timetable.Timetables;
import org.horarium.server.timetable.WeekGrid;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The board as a page. Everything on it works by links and forms; the script adds picking up and dropping. */
@Controller
class BoardPages {
    private static final String TAB = "board";
    private static final int MOST_TIMES = 10;
    private static final int MOST_ROOMS = 12;
    private static final int MOST_PEOPLE = 8;
    private static final int MOST_CHAINS = 5;
    private static final long SEARCH_NANOS = 1_500_000_000L;
    private static final TypeReference<List<PlaceJson>> PLACES = new TypeReference<>() {};

    private final ScheduleFrames frames;
    private final Timetables timetables;
    private final Boards boards;
    private final Tastes tastes;
    private final MessageSource messages;
    private final JsonMapper json;

    BoardPages(
            ScheduleFrames frames,
            Timetables timetables,
            Boards boards,
            Tastes tastes,
            MessageSource messages,
            JsonMapper json) {
        this.frames = frames;
        this.timetables = timetables;
        this.boards = boards;
        this.tastes = tastes;
        this.messages = messages;
        this.json = json;
    }

    /** The tab of the schedule's page. */
    @Configuration(proxyBeanMethods = false)
    static class Tab {
        @Bean
        ScheduleTab boardTab() {
            return new ScheduleTab(TAB, "timetable.board.title", "grid-3x3-gap", 62);
        }
    }

    /** An edit, in words. */
    record HistoryLine(BoardEdit edit, List<String> changes) {}

    /** An activity in a list. */
    record Found(String activity, String name, String where) {}

    /** Something that can be done, with the form field that does it. */
    record Offer(
            String title, String detail, SlotChoices.Look look, long change, List<String> reasons, String places) {}

    /** People who could take somebody's role. */
    record Cover(String role, String person, List<Offer> offers) {}

    @GetMapping("/admin/schedules/{id}/board")
    String show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            Where where,
            Model model,
            Locale locale) {
        ScheduleId schedule = new ScheduleId(id);
        ScheduleFrame frame = frames.open(schedule, TAB, actor);
        model.addAttribute("frame", frame);
        model.addAttribute("schedule", frame.schedule());
        List<RevisionSummary> revisions = timetables.list(schedule);
        if (revisions.isEmpty()) {
            return "timetable/none";
        }
        OpenDraft draft = boards.open(schedule, revision, actor);
        Revision shown = draft.revision();
        Wording words = new Wording(draft, messages, locale);
        model.addAttribute("revisions", revisions);
        TimetableView view = week(shown, where.by(), where.of(), where, locale);
        model.addAttribute("view", view);
        model.addAttribute("view2", where.by2() == null ? null : week(shown, where.by2(), where.of2(), where, locale));
        model.addAttribute("hasWeeks", shown.activities().stream().anyMatch(a -> a.weeks() != Weeks.EVERY));
        model.addAttribute("taste", tastes.of(actor));
        model.addAttribute("anew", boards.anew(shown).orElse(null));
        model.addAttribute("zooms", Taste.ZOOMS);
        model.addAttribute("densities", Taste.Density.values());
        model.addAttribute("where", where);
        model.addAttribute("perspectives", Perspective.values());
        model.addAttribute("editable", frame.mayManage() && shown.status().open());
        model.addAttribute("standing", boards.standing(shown).orElse(null));
        List<Conflicts.Conflict> conflicts = new Conflicts(draft, words, where).of(boards.acknowledged(shown));
        model.addAttribute("conflicts", conflicts);
        model.addAttribute("broken", Conflicts.activities(conflicts, false));
        model.addAttribute("insisted", Conflicts.activities(conflicts, true));
        List<BoardEdit> history = boards.history(shown, 30);
        model.addAttribute(
                "history", history.stream().map(edit -> line(edit, words)).toList());
        model.addAttribute(
                "lastEdit",
                history.stream()
                        .filter(edit -> !edit.undone())
                        .mapToLong(BoardEdit::id)
                        .max()
                        .orElse(0));
        model.addAttribute("canUndo", history.stream().anyMatch(edit -> !edit.undone()));
        model.addAttribute("canRedo", history.stream().anyMatch(BoardEdit::undone));
        String find = where.find();
        model.addAttribute("find", find == null ? "" : find);
        model.addAttribute("found", find == null || find.isBlank() ? List.of() : found(draft, find, words));
        model.addAttribute("unplaced", unplaced(draft, words));
        model.addAttribute("pinned", String.join(" ", draft.pinned()));
        return "timetable/board";
    }

    /** A week, perhaps only of A or B weeks. */
    private static TimetableView week(
            Revision shown, @Nullable String by, @Nullable String of, Where where, Locale locale) {
        TimetableView all = TimetableView.of(shown, Perspective.of(by), of, locale);
        if (where.weeks() == null || where.weeks().isBlank()) {
            return all;
        }
        Weeks other = where.weeks().equals("a") ? Weeks.B : Weeks.A;
        TimetableView some = TimetableView.of(
                shown,
                all.by(),
                all.name(),
                all.activities().stream().filter(a -> a.weeks() != other).toList(),
                locale);
        return new TimetableView(
                shown,
                all.by(),
                all.choices(),
                all.of(),
                all.name(),
                some.activities(),
                some.grid(),
                some.days(),
                some.slots());
    }

    /** Keeps how somebody likes to see the board. */
    @PostMapping("/admin/schedules/{id}/board/{revision}/taste")
    String taste(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestParam Taste.Density density,
            @RequestParam int zoom,
            Where where) {
        boards.requireReader(new ScheduleId(id), actor);
        tastes.keep(actor, new Taste(density, zoom));
        return back(id, revision, where);
    }

    private List<Found> unplaced(OpenDraft draft, Wording words) {
        return draft.revision().unplaced().stream()
                .map(u -> new Found(u.activity(), words.activity(u.activity()), u.reason()))
                .toList();
    }

    private static HistoryLine line(BoardEdit edit, Wording words) {
        List<String> changes = edit.changes().stream()
                .map(change -> {
                    PlacedActivity before = change.before();
                    PlacedActivity after = change.after();
                    if (after != null) {
                        return words.change(before, after);
                    }
                    return words.text(
                            "timetable.board.was.parked",
                            words.activity(change.activity()),
                            before == null ? "" : words.place(before));
                })
                .toList();
        return new HistoryLine(edit, changes);
    }

    private static List<Found> found(OpenDraft draft, String text, Wording words) {
        String wanted = text.toLowerCase(Locale.ROOT).trim();
        return draft.revision().activities().stream()
                .filter(a -> (words.activity(a.activity()) + " " + words.place(a))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .limit(20)
                .map(a -> new Found(a.activity(), words.activity(a.activity()), words.place(a)))
                .toList();
    }

    /**
     * One activity: where it is, and everything that can be done with it.
     *
     * @param day and slot: a wish, to be told why not and what would make it possible
     */
    @GetMapping("/admin/schedules/{id}/board/activity")
    String activity(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam String activity,
            @RequestParam(required = false) @Nullable Integer day,
            @RequestParam(required = false) @Nullable Integer slot,
            @RequestParam(defaultValue = "2") int depth,
            Where where,
            Model model,
            Locale locale) {
        ScheduleFrame frame = frames.open(new ScheduleId(id), TAB, actor);
        OpenDraft draft = boards.open(frame.schedule().id(), revision, actor);
        if (draft.activity(activity) == null) {
            throw new NotFoundException("There is no activity (%s) in this timetable.".formatted(activity));
        }
        Wording words = new Wording(draft, messages, locale);
        PlacedActivity now = draft.places().get(activity);
        List<SlotChoices.Cell> cells = SlotChoices.of(draft, activity, words, where.weeks());
        model.addAttribute("frame", frame);
        model.addAttribute("schedule", frame.schedule());
        model.addAttribute("revision", draft.revision());
        model.addAttribute(
                "editable", frame.mayManage() && draft.revision().status().open());
        model.addAttribute("standing", boards.standing(draft.revision()).orElse(null));
        model.addAttribute("admin", actor.isAdmin());
        model.addAttribute("pinned", draft.pinned().contains(activity));
        model.addAttribute("activity", activity);
        model.addAttribute("name", words.activity(activity));
        model.addAttribute("now", now == null ? null : words.place(now));
        model.addAttribute("where", where);
        model.addAttribute("depth", Math.min(3, Math.max(1, depth)));
        SlotChoices.Cell wish = wish(cells, day, slot);
        model.addAttribute("wish", wish == null ? null : offer(wish, words, true));
        model.addAttribute("day", day);
        model.addAttribute("slot", slot);
        model.addAttribute("times", times(cells, words));
        model.addAttribute("rooms", now == null ? List.of() : rooms(draft, now, words));
        model.addAttribute("covers", now == null ? List.of() : covers(draft, now, words));
        model.addAttribute("chains", chains(draft, activity, wish, Math.min(3, Math.max(1, depth)), words));
        return "timetable/board-activity";
    }

    private static SlotChoices.@Nullable Cell wish(
            List<SlotChoices.Cell> cells, @Nullable Integer day, @Nullable Integer slot) {
        if (day == null || slot == null || day < 1 || day > 7) {
            return null;
        }
        return cells.stream()
                .filter(cell ->
                        cell.place().day() == DayOfWeek.of(day) && cell.place().slot() == slot)
                .findFirst()
                .orElse(null);
    }

    private List<Offer> times(List<SlotChoices.Cell> cells, Wording words) {
        return cells.stream()
                .filter(cell -> cell.look() != SlotChoices.Look.ILLEGAL && cell.look() != SlotChoices.Look.HERE)
                .sorted(Comparator.comparingLong(SlotChoices.Cell::change))
                .limit(MOST_TIMES)
                .map(cell -> offer(cell, words, true))
                .toList();
    }

    private List<Offer> rooms(OpenDraft draft, PlacedActivity now, Wording words) {
        return draft.rooms(now.activity(), draft.time(now)).stream()
                .map(choice -> SlotChoices.cell(draft.placed(choice.placement()), now, choice, words))
                .filter(cell -> cell.look() != SlotChoices.Look.HERE)
                .sorted(LEGAL_FIRST)
                .limit(MOST_ROOMS)
                .map(cell -> offer(cell, words, false))
                .toList();
    }

    private static final Comparator<SlotChoices.Cell> LEGAL_FIRST = Comparator.comparing(
                    (SlotChoices.Cell cell) -> cell.look() == SlotChoices.Look.ILLEGAL)
            .thenComparingLong(SlotChoices.Cell::change);

    private List<Cover> covers(OpenDraft draft, PlacedActivity now, Wording words) {
        List<Cover> covers = new ArrayList<>();
        for (PlacedActivity.Staff staff : now.staff()) {
            List<Choice> choices = draft.people(now.activity(), staff.role(), staff.person());
            List<Offer> offers = choices.stream()
                    .map(choice -> SlotChoices.cell(draft.placed(choice.placement()), now, choice, words))
                    .sorted(LEGAL_FIRST)
                    .limit(MOST_PEOPLE)
                    .map(cell -> new Offer(
                            words.people(cell.place()),
                            "",
                            cell.look(),
                            cell.change(),
                            because(cell, words),
                            places(List.of(cell.place()))))
                    .toList();
            if (!offers.isEmpty()) {
                covers.add(new Cover(staff.role(), words.person(staff.person()), offers));
            }
        }
        return covers;
    }

    private List<Offer> chains(
            OpenDraft draft, String activity, SlotChoices.@Nullable Cell wish, int depth, Wording words) {
        if (wish != null && wish.look() != SlotChoices.Look.ILLEGAL) {
            return List.of();
        }
        long end = System.nanoTime() + SEARCH_NANOS;
        List<Suggestion> suggestions = draft.suggest(
                activity,
                wish == null ? null : draft.time(wish.place()),
                depth,
                MOST_CHAINS,
                () -> System.nanoTime() - end > 0);
        List<Offer> offers = new ArrayList<>();
        for (Suggestion suggestion : suggestions) {
            List<PlacedActivity> places = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (Suggestion.Step step : suggestion.steps()) {
                PlacedActivity after = draft.placed(step.after());
                places.add(after);
                lines.add(words.change(step.before() == null ? null : draft.placed(step.before()), after));
            }
            long change = suggestion.change().total();
            SlotChoices.Look look =
                    change < 0 ? SlotChoices.Look.BETTER : change == 0 ? SlotChoices.Look.EVEN : SlotChoices.Look.WORSE;
            String effects = String.join(" · ", words.goals(SlotChoices.goals(suggestion.change())));
            offers.add(new Offer("", effects, look, change, lines, places(places)));
        }
        return offers;
    }

    private Offer offer(SlotChoices.Cell cell, Wording words, boolean byTime) {
        return new Offer(
                byTime ? words.when(cell.place()) : words.room(cell.place()),
                byTime ? words.room(cell.place()) : "",
                cell.look(),
                cell.change(),
                because(cell, words),
                places(List.of(cell.place())));
    }

    /** What speaks against a place; where nothing does, what it changes. */
    private static List<String> because(SlotChoices.Cell cell, Wording words) {
        return cell.reasons().isEmpty() ? words.goals(cell.goals()) : cell.reasons();
    }

    private String places(List<PlacedActivity> places) {
        return json.writeValueAsString(places.stream().map(PlaceJson::of).toList());
    }

    @PostMapping("/admin/schedules/{id}/board/{revision}/edit")
    String edit(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestParam long version,
            @RequestParam String places,
            @RequestParam(required = false) @Nullable String reason,
            Where where,
            RedirectAttributes redirect) {
        ScheduleId schedule = new ScheduleId(id);
        List<PlaceJson> wishes = read(places);
        return attempt(id, revision, where, redirect, "timetable.board.done.moved", () -> {
            OpenDraft draft = boards.open(schedule, revision, actor);
            List<PlacedActivity> placed =
                    wishes.stream().map(place -> place.on(draft)).toList();
            boards.move(actor, schedule, revision, version, placed, reason);
        });
    }

    private List<PlaceJson> read(String places) {
        try {
            return json.readValue(places, PLACES);
        } catch (JacksonException e) {
            throw new InvalidInputException("/places", "The places can't be read. Reload the page and try again.");
        }
    }

    @PostMapping("/admin/schedules/{id}/board/{revision}/park")
    String park(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestParam long version,
            @RequestParam String activity,
            Where where,
            RedirectAttributes redirect) {
        return attempt(
                id,
                revision,
                where,
                redirect,
                "timetable.board.done.parked",
                () -> boards.park(actor, new ScheduleId(id), revision, version, activity));
    }

    @PostMapping("/admin/schedules/{id}/board/{revision}/undo")
    String undo(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestParam long version,
            Where where,
            RedirectAttributes redirect) {
        return attempt(
                id,
                revision,
                where,
                redirect,
                "timetable.board.done.undone",
                () -> boards.undo(actor, new ScheduleId(id), revision, version, false));
    }

    @PostMapping("/admin/schedules/{id}/board/{revision}/redo")
    String redo(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestParam long version,
            Where where,
            RedirectAttributes redirect) {
        return attempt(
                id,
                revision,
                where,
                redirect,
                "timetable.board.done.redone",
                () -> boards.undo(actor, new ScheduleId(id), revision, version, true));
    }

    /**
     * Fixes activities where they are, or lets them go free.
     *
     * @param activity which; all that are shown if missing
     * @param rows whether to go back to the list of rows
     */
    @PostMapping("/admin/schedules/{id}/board/{revision}/pins")
    String pins(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestParam(required = false) @Nullable List<String> activity,
            @RequestParam boolean fix,
            @RequestParam(defaultValue = "false") boolean rows,
            Where where,
            RedirectAttributes redirect,
            Locale locale) {
        ScheduleId schedule = new ScheduleId(id);
        Set<String> activities = activity != null
                ? Set.copyOf(activity)
                : shown(boards.open(schedule, revision, actor).revision(), where, locale);
        int count = boards.pin(actor, schedule, revision, activities, fix);
        redirect.addFlashAttribute(
                "flash",
                count == 1
                        ? fix ? "timetable.board.done.pinned" : "timetable.board.done.unpinned"
                        : fix ? "timetable.board.done.pinned.all" : "timetable.board.done.unpinned.all");
        return rows
                ? "redirect:/admin/schedules/%s/board/rows?revision=%d%s".formatted(id, revision, where.query())
                : back(id, revision, where);
    }

    private static Set<String> shown(Revision revision, Where where, Locale locale) {
        TimetableView view = TimetableView.of(revision, Perspective.of(where.by()), where.of(), locale);
        return view.days().stream()
                .flatMap(day -> day.cards().stream())
                .map(WeekGrid.Card::activity)
                .collect(Collectors.toSet());
    }

    /** Makes a draft of a revision that can't be edited, and opens it. */
    @PostMapping("/admin/schedules/{id}/board/{revision}/copy")
    String copy(
            Actor actor, @PathVariable UUID id, @PathVariable int revision, Where where, RedirectAttributes redirect) {
        int copy = boards.copy(actor, new ScheduleId(id), revision);
        redirect.addFlashAttribute("flash", "timetable.board.done.copied");
        return back(id, copy, where);
    }

    private static String attempt(
            UUID id, int revision, Where where, RedirectAttributes redirect, String done, Runnable edit) {
        try {
            edit.run();
            redirect.addFlashAttribute("flash", done);
        } catch (StaleEditException | ConflictException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
        }
        return back(id, revision, where);
    }

    private static String back(UUID id, int revision, Where where) {
        return "redirect:" + where.board(id, revision);
    }
}
