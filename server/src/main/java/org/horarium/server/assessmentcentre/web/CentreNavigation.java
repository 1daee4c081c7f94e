package org.horarium.server.assessmentcentre.web;

import java.util.List;
import org.horarium.server.access.Actors;
import org.horarium.server.access.Role;
import org.horarium.server.platform.HomeCard;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people find assessment centres: in the navigation and on the home page. */
@Configuration(proxyBeanMethods = false)
class CentreNavigation {
    @Bean
    static NavigationEntry centresEntry() {
        return NavigationEntry.of("nav.centres", "/admin/assessment-centres", "person-check", 45, "ADMIN", "STAFF");
    }

    @Bean
    static HomeContributor centresCard(Actors actors, MessageSource messages) {
        return locale -> actors.current().hasRole(Role.ADMIN, Role.STAFF)
                ? List.of(new HomeCard(
                        messages.getMessage("centre.home.title", null, locale),
                        messages.getMessage("centre.home.text", null, locale),
                        "person-check",
                        "/admin/assessment-centres",
                        messages.getMessage("centre.home.action", null, locale),
                        60))
                : List.of();
    }
}
