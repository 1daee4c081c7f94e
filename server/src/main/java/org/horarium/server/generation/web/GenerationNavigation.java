package org.horarium.server.generation.web;

import java.util.List;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Actors;
import org.horarium.server.access.Role;
import org.horarium.server.platform.HomeCard;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.schedule.ScheduleTab;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people find generation: in the navigation and on the home page. */
@Configuration(proxyBeanMethods = false)
class GenerationNavigation {
    @Bean
    static NavigationEntry generationEntry() {
        return NavigationEntry.of("nav.generation", "/admin/generation-jobs", "stars", 40, "ADMIN", "STAFF");
    }

    @Bean
    static ScheduleTab generationTab() {
        return new ScheduleTab(GenerationForm.TAB, "generation.tab", "stars", 40);
    }

    @Bean
    HomeContributor generationCard(Actors actors, MessageSource messages) {
        return locale -> {
            Actor actor = actors.current();
            if (!actor.hasRole(Role.ADMIN, Role.STAFF)) {
                return List.of();
            }
            return List.of(new HomeCard(
                    messages.getMessage("generation.home.title", null, locale),
                    messages.getMessage("generation.home.text", null, locale),
                    "stars",
                    "/admin/timetables/create",
                    messages.getMessage("generation.home.action", null, locale),
                    40));
        };
    }
}
