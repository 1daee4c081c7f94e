package org.horarium.server.publishing.web;

import java.util.List;
import java.util.Locale;
import org.horarium.server.access.Actors;
import org.horarium.server.institution.RecordNames;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.Setting;
import org.horarium.server.platform.Settings;
import org.horarium.server.publishing.PublishedWeeks;
import org.horarium.server.publishing.PublishingSettings;
import org.horarium.server.timetable.ShownWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The published weeks of a room and of a department: for everybody where a setting says so, else for who is logged in. */
@Controller
class PublicPages {
    private final PublishedWeeks weeks;
    private final RecordNames names;
    private final Settings settings;
    private final Actors actors;

    PublicPages(PublishedWeeks weeks, RecordNames names, Settings settings, Actors actors) {
        this.weeks = weeks;
        this.names = names;
        this.settings = settings;
        this.actors = actors;
    }

    @GetMapping("/rooms/{code}/timetable")
    String room(@PathVariable String code, Model model, Locale locale) {
        if (closed(PublishingSettings.PUBLIC_ROOMS)) {
            return "redirect:/login";
        }
        String name = names.room(code)
                .orElseThrow(() -> new NotFoundException("There is no room with the code (%s).".formatted(code)));
        return show(name, "room", code, weeks.ofRoom(code, locale), model);
    }

    @GetMapping("/departments/{code}/timetable")
    String department(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String of,
            Model model,
            Locale locale) {
        if (closed(PublishingSettings.PUBLIC_DEPARTMENTS)) {
            return "redirect:/login";
        }
        String name = names.department(code)
                .orElseThrow(() -> new NotFoundException("There is no department with the code (%s).".formatted(code)));
        return show(name, "department", code, weeks.ofDepartment(code, of, locale), model);
    }

    private boolean closed(Setting open) {
        return actors.currentOrNull() == null && !settings.isOn(open);
    }

    private String show(String name, String kind, String code, List<ShownWeek> weeks, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("kind", kind);
        model.addAttribute("code", code);
        model.addAttribute("weeks", weeks);
        model.addAttribute("known", actors.currentOrNull() != null);
        return "publishing/public";
    }
}
