package org.horarium.server.timetable.board;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.RevisionDiff;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A revision beside any earlier state: another revision, or itself before one of its edits. */
@Controller
class ComparePages {
    private final ScheduleFrames frames;
    private final Timetables timetables;
    private final Boards boards;
    private final MessageSource messages;

    ComparePages(ScheduleFrames frames, Timetables timetables, Boards boards, MessageSource messages) {
        this.frames = frames;
        this.timetables = timetables;
        this.boards = boards;
        this.messages = messages;
    }

    /** A difference in words. */
    record Row(String kind, String activity, String name, String before, String after) {}

    /**
     * Compares.
     *
     * @param with number of another revision
     * @param edit key of an edit: the state before it
     * @param since key of the newest edit that somebody has seen, 0 for none: the state after it
     */
    @GetMapping("/admin/schedules/{id}/board/compare")
    String compare(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable Integer with,
            @RequestParam(required = false) @Nullable Long edit,
            @RequestParam(required = false) @Nullable Long since,
            Where where,
            Model model,
            Locale locale) {
        ScheduleFrame frame = frames.open(new org.horarium.server.schedule.ScheduleId(id), "board", actor);
        OpenDraft draft = boards.open(frame.schedule().id(), revision, actor);
        Wording words = new Wording(draft, messages, locale);
        List<PlacedActivity> earlier;
        if (edit != null) {
            earlier = boards.before(draft.revision(), edit);
        } else if (since != null) {
            earlier = boards.since(draft.revision(), since);
        } else {
            int other = with == null ? Math.max(1, revision - 1) : with;
            earlier = timetables
                    .find(frame.schedule().id(), other)
                    .orElseThrow(
                            () -> new NotFoundException("There is no revision %d of this timetable.".formatted(other)))
                    .activities();
            model.addAttribute("with", other);
        }
        RevisionDiff diff = RevisionDiff.between(earlier, draft.revision().activities());
        model.addAttribute("frame", frame);
        model.addAttribute("schedule", frame.schedule());
        model.addAttribute("revision", draft.revision());
        model.addAttribute("revisions", timetables.list(frame.schedule().id()));
        model.addAttribute("where", where);
        model.addAttribute("same", diff.same());
        model.addAttribute(
                "rows",
                diff.changes().stream()
                        .map(change -> new Row(
                                change.kind().name().toLowerCase(Locale.ROOT),
                                change.any().activity(),
                                words.activity(change.any().activity()),
                                change.before() == null ? "" : words.place(change.before()),
                                change.after() == null ? "" : words.place(change.after())))
                        .toList());
        return "timetable/board-compare";
    }
}
