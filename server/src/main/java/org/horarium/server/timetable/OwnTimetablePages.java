package org.horarium.server.timetable;

import java.util.Locale;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** "My timetable", for those who teach or study. */
@Controller
class OwnTimetablePages {
    private final OwnTimetables own;

    OwnTimetablePages(OwnTimetables own) {
        this.own = own;
    }

    @GetMapping("/timetable")
    String show(Actor actor, Model model, Locale locale) {
        model.addAttribute("weeks", own.of(actor, locale));
        model.addAttribute("linked", actor.personnelCode() != null || actor.studentCode() != null);
        return "timetable/own";
    }

    /** The entry in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavigationEntry ownTimetableEntry() {
            return NavigationEntry.of("nav.timetable", "/timetable", "calendar3-week", 50, "FACULTY", "STUDENT");
        }
    }
}
