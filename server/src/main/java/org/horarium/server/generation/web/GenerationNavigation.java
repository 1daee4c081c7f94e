package org.horarium.server.generation.web;

import org.horarium.server.access.HomeCards;
import org.horarium.server.access.Role;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.schedule.ScheduleTab;
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
    static ScheduleTab variantsTab() {
        return new ScheduleTab(VariantPages.TAB, "generation.variants", "columns-gap", 50);
    }

    @Bean
    static HomeContributor generationCard(HomeCards cards) {
        return cards.card("generation.home", "stars", "/admin/timetables/create", 40, Role.ADMIN, Role.STAFF);
    }
}
