package org.horarium.server.timetable.board;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.horarium.engine.edit.Suggestion;
import org.horarium.engine.model.TimePattern;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The board for programs, and for the script of its page. The key in the address is that of the revision's workflow; edits
 * need {@code If-Match} with the version that the caller saw.
 */
@RestController
@RequestMapping("/api/timetable-workflow/{id}/board")
class BoardApi {
    private static final int MOST = 6;
    private static final long SEARCH_NANOS = 1_800_000_000L;

    private final Boards boards;
    private final Timetables timetables;
    private final MessageSource messages;

    BoardApi(Boards boards, Timetables timetables, MessageSource messages) {
        this.boards = boards;
        this.timetables = timetables;
        this.messages = messages;
    }

    /**
     * A cell of the week.
     *
     * @param effects the goals in words
     */
    record CellJson(
            PlaceJson place,
            String roomName,
            String look,
            long change,
            Map<String, Long> goals,
            List<String> effects,
            List<String> reasons) {}

    /** Where an activity could go. */
    record ChoicesJson(long version, String activity, String name, List<CellJson> cells) {}

    /** A chain of moves. */
    record SuggestionJson(long change, Map<String, Long> goals, List<StepJson> steps) {}

    /** One move of a chain, with words for people. */
    record StepJson(
            String name,
            @Nullable PlaceJson before,
            PlaceJson after,
            @Nullable String from,
            String to) {}

    /** A wish to move. */
    record MoveJson(
            @Nullable List<PlaceJson> places, @Nullable String reason) {}

    /**
     * How a revision stands.
     *
     * @param open whether it can be edited
     */
    record StateJson(long version, String status, boolean open) {}

    /** The version of a revision after an edit. */
    record VersionJson(long version) {}

    /**
     * Where an activity could go: every cell of the week, with what it costs or what speaks against it.
     *
     * @param weeks {@code a} or {@code b} to prefer these weeks where several are possible
     */
    @GetMapping("/choices")
    ChoicesJson choices(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String activity,
            @RequestParam(required = false) @Nullable String weeks,
            Locale locale) {
        OpenDraft draft = open(actor, id, activity);
        Wording words = new Wording(draft, messages, locale);
        List<CellJson> cells = SlotChoices.of(draft, activity, words, weeks).stream()
                .map(cell -> new CellJson(
                        PlaceJson.of(cell.place()),
                        words.room(cell.place()),
                        cell.look().name().toLowerCase(Locale.ROOT),
                        cell.change(),
                        cell.goals(),
                        words.goals(cell.goals()),
                        cell.reasons()))
                .toList();
        return new ChoicesJson(draft.revision().version(), activity, words.activity(activity), cells);
    }

    /**
     * Chains of moves that make room for an activity.
     *
     * @param day and slot and weeks: where it should go; anywhere else if missing
     * @param depth most moves, 1 to 3
     */
    @GetMapping("/suggestions")
    List<SuggestionJson> suggestions(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String activity,
            @RequestParam(required = false) @Nullable Integer day,
            @RequestParam(required = false) @Nullable Integer slot,
            @RequestParam(required = false) @Nullable String weeks,
            @RequestParam(defaultValue = "2") int depth,
            Locale locale) {
        if (depth < 1 || depth > 3) {
            throw new InvalidInputException("/depth", "The depth (%d) must be 1, 2 or 3.".formatted(depth));
        }
        OpenDraft draft = open(actor, id, activity);
        Wording words = new Wording(draft, messages, locale);
        TimePattern wish = day == null || slot == null ? null : wish(draft, activity, day, slot, weeks);
        long end = System.nanoTime() + SEARCH_NANOS;
        return draft.suggest(activity, wish, depth, MOST, () -> System.nanoTime() - end > 0).stream()
                .map(suggestion -> json(suggestion, draft, words))
                .toList();
    }

    private static SuggestionJson json(Suggestion suggestion, OpenDraft draft, Wording words) {
        List<StepJson> steps = suggestion.steps().stream()
                .map(step -> {
                    PlacedActivity after = draft.placed(step.after());
                    PlacedActivity before = step.before() == null ? null : draft.placed(step.before());
                    return new StepJson(
                            words.activity(after.activity()),
                            before == null ? null : PlaceJson.of(before),
                            PlaceJson.of(after),
                            before == null ? null : words.place(before),
                            words.place(after));
                })
                .toList();
        return new SuggestionJson(suggestion.change().total(), SlotChoices.goals(suggestion.change()), steps);
    }

    private static TimePattern wish(OpenDraft draft, String activity, int day, int slot, @Nullable String weeks) {
        return draft.times(activity).stream()
                .filter(choice -> {
                    PlacedActivity place = draft.placed(choice.placement());
                    return place.day().getValue() == day
                            && place.slot() == slot
                            && (weeks == null
                                    || place.weeks()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .equals(weeks));
                })
                .map(choice -> choice.placement().time())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "/slot",
                        "The activity (%s) can't begin on day (%d) in slot (%d): that is none of its possible times."
                                .formatted(activity, day, slot)));
    }

    /** Moves one or several activities, together. */
    @PostMapping("/moves")
    ResponseEntity<VersionJson> move(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String match,
            @RequestBody MoveJson wish) {
        RevisionSummary summary = summary(id);
        List<PlaceJson> places = wish.places() == null ? List.of() : wish.places();
        if (places.isEmpty() || places.size() > 20) {
            throw new InvalidInputException("/places", "Name 1 to 20 places; there are (%d).".formatted(places.size()));
        }
        OpenDraft draft = boards.open(summary.schedule(), summary.number(), actor);
        return answer(boards.move(
                actor,
                summary.schedule(),
                summary.number(),
                version(match),
                places.stream().map(place -> place.on(draft)).toList(),
                wish.reason()));
    }

    /** Takes an activity off the board. */
    @PostMapping("/park")
    ResponseEntity<VersionJson> park(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String match,
            @RequestParam String activity) {
        RevisionSummary summary = summary(id);
        return answer(boards.park(actor, summary.schedule(), summary.number(), version(match), activity));
    }

    /** Takes back what was done last. */
    @PostMapping("/undo")
    ResponseEntity<VersionJson> undo(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String match) {
        RevisionSummary summary = summary(id);
        return answer(boards.undo(actor, summary.schedule(), summary.number(), version(match), false));
    }

    /** Brings back what was taken back. */
    @PostMapping("/redo")
    ResponseEntity<VersionJson> redo(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String match) {
        RevisionSummary summary = summary(id);
        return answer(boards.undo(actor, summary.schedule(), summary.number(), version(match), true));
    }

    /** How it stands, to see whether somebody else has changed it and whether it can still be edited. */
    @GetMapping("/version")
    StateJson version(Actor actor, @PathVariable UUID id) {
        RevisionSummary summary = summary(id);
        boards.requireReader(summary.schedule(), actor);
        return new StateJson(
                summary.version(), summary.status().code(), summary.status().open());
    }

    private static ResponseEntity<VersionJson> answer(long version) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(new VersionJson(version));
    }

    private OpenDraft open(Actor actor, UUID id, String activity) {
        RevisionSummary summary = summary(id);
        OpenDraft draft = boards.open(summary.schedule(), summary.number(), actor);
        if (draft.activity(activity) == null) {
            throw new NotFoundException("There is no activity (%s) in this timetable.".formatted(activity));
        }
        return draft;
    }

    private RevisionSummary summary(UUID id) {
        return timetables
                .summary(id)
                .orElseThrow(() -> new NotFoundException("There is no timetable revision (%s).".formatted(id)));
    }

    private static long version(@Nullable String match) {
        if (match == null) {
            throw new InvalidInputException(
                    "/If-Match", "Say in the header If-Match which version you have seen, for example \"3\".");
        }
        String number = match.replace("W/", "").replace("\"", "").trim();
        if (!number.matches("[0-9]{1,18}")) {
            throw new InvalidInputException("/If-Match", "The version (%s) is no number.".formatted(match));
        }
        return Long.parseLong(number);
    }
}
