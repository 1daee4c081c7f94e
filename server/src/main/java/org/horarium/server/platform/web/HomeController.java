package org.horarium.server.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.horarium.server.platform.HomeCard;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: what to do next. */
@Controller
class HomeController {
    private final List<HomeContributor> contributors;

    HomeController(List<HomeContributor> contributors) {
        this.contributors = contributors;
    }

    @Bean
    static NavigationEntry homeEntry() {
        return NavigationEntry.of("nav.home", "/", "house", 0, "ADMIN", "STAFF", "FACULTY", "STUDENT");
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        model.addAttribute(
                "cards",
                contributors.stream()
                        .flatMap(contributor -> contributor.cards(locale).stream())
                        .sorted(Comparator.comparingInt(HomeCard::order))
                        .toList());
        return "home";
    }
}
