package org.horarium.server.timetable;

import java.time.LocalDate;
import java.util.Locale;
import org.horarium.server.access.Actor;
import org.horarium.server.access.HomeCards;
import org.horarium.server.access.Role;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "My timetable", for those who teach or study. */
@Controller
class OwnTimetablePages {
    private final OwnTimetables own;
    private final TermCalendars calendars;

    OwnTimetablePages(OwnTimetables own, TermCalendars calendars) {
        this.own = own;
        this.calendars = calendars;
    }

    /** @param day on which it should be in force; today if missing */
    @GetMapping("/timetable")
    String show(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model,
            Locale locale) {
        LocalDate today = calendars.today();
        model.addAttribute("today", today);
        model.addAttribute("weeks", own.of(actor, day == null ? today : day, locale));
        model.addAttribute("linked", actor.personnelCode() != null || actor.studentCode() != null);
        return "timetable/own";
    }

    /** Where people find it: in the navigation and on the home page. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        static HomeContributor ownTimetableCard(HomeCards cards) {
            return cards.card("timetable.home", "calendar3-week", "/timetable", 20, Role.FACULTY, Role.STUDENT);
        }

        @Bean
        NavigationEntry ownTimetableEntry() {
            return NavigationEntry.of("nav.timetable", "/timetable", "calendar3-week", 50, "FACULTY", "STUDENT");
        }
    }
}
