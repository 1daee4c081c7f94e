package org.horarium.server.assessmentcentre.web;

import org.horarium.server.access.HomeCards;
import org.horarium.server.access.Role;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
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
    static HomeContributor centresCard(HomeCards cards) {
        return cards.card("centre.home", "person-check", "/admin/assessment-centres", 60, Role.ADMIN, Role.STAFF);
    }
}
