package org.horarium.server.timetable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleTab;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The timetable of a schedule, for those who plan it. */
@Controller
class TimetablePages {
    private static final String TAB = "timetable";

    private final ScheduleFrames frames;
    private final Timetables timetables;

    TimetablePages(ScheduleFrames frames, Timetables timetables) {
        this.frames = frames;
        this.timetables = timetables;
    }

    /** The tab of the schedule's page. */
    @Configuration(proxyBeanMethods = false)
    static class Tab {
        @Bean
        ScheduleTab timetableTab() {
            return new ScheduleTab(TAB, "timetable.title", "calendar3-week", 60);
        }
    }

    /** The week of one group, person or room. */
    @GetMapping("/admin/schedules/{id}/timetable")
    String show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String of,
            Model model,
            Locale locale) {
        ScheduleFrame frame = frames.open(new ScheduleId(id), TAB, actor);
        Schedule schedule = frame.schedule();
        model.addAttribute("frame", frame);
        model.addAttribute("schedule", schedule);
        Optional<Revision> shown = revision(schedule.id(), revision);
        if (shown.isEmpty()) {
            return "timetable/none";
        }
        model.addAttribute("revisions", timetables.list(schedule.id()));
        model.addAttribute("view", TimetableView.of(shown.get(), Perspective.of(by), of, locale));
        model.addAttribute("perspectives", Perspective.values());
        return "timetable/show";
    }

    /** Every week of one side, each on a page of its own, to be printed. */
    @GetMapping("/admin/schedules/{id}/timetable/print")
    String print(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable String by,
            Model model,
            Locale locale) {
        Schedule schedule = frames.open(new ScheduleId(id), TAB, actor).schedule();
        Revision shown = revision(schedule.id(), revision)
                .orElseThrow(() -> new NotFoundException("The schedule (%s) has no timetable yet.".formatted(id)));
        Perspective perspective = Perspective.of(by);
        List<TimetableView> sheets = TimetableView.choices(shown, perspective).stream()
                .filter(choice -> perspective != Perspective.GROUP || isSection(shown.frame(), choice.id()))
                .map(choice -> TimetableView.of(shown, perspective, choice.id(), locale))
                .toList();
        model.addAttribute("schedule", schedule);
        model.addAttribute("revision", shown);
        model.addAttribute("by", perspective);
        model.addAttribute("sheets", sheets);
        return "timetable/print";
    }

    /** A page for each section: a batch's would hold too much, a subgroup's is part of its section's. */
    private static boolean isSection(Frame frame, String id) {
        return frame.groups().stream().anyMatch(g -> g.id().equals(id) && g.kind() == Frame.GroupKind.SECTION);
    }

    private Optional<Revision> revision(ScheduleId schedule, @Nullable Integer number) {
        if (number == null) {
            return timetables.newest(schedule);
        }
        return Optional.of(timetables
                .find(schedule, number)
                .orElseThrow(() -> new NotFoundException(
                        "The schedule (%s) has no revision %d of its timetable.".formatted(schedule, number))));
    }
}
