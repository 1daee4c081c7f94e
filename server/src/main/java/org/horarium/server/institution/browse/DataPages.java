package org.horarium.server.institution.browse;

import java.util.List;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Actors;
import org.horarium.server.access.Role;
import org.horarium.server.platform.HomeCard;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of the college's records, for administrators and staff. */
@Controller
@RequestMapping("/admin/data")
class DataPages {
    private final Browser browser;
    private final DepartmentCatalog departments;
    private final BatchCatalog batches;
    private final RoomCatalog rooms;
    private final PersonnelCatalog personnel;
    private final CourseCatalog courses;
    private final TermCatalog terms;

    DataPages(
            Browser browser,
            DepartmentCatalog departments,
            BatchCatalog batches,
            RoomCatalog rooms,
            PersonnelCatalog personnel,
            CourseCatalog courses,
            TermCatalog terms) {
        this.browser = browser;
        this.departments = departments;
        this.batches = batches;
        this.rooms = rooms;
        this.personnel = personnel;
        this.courses = courses;
        this.terms = terms;
    }

    @Bean
    static NavigationEntry dataEntry() {
        return NavigationEntry.of("nav.data", "/admin/data", "collection", 50, "ADMIN", "STAFF");
    }

    @Bean
    static HomeContributor dataCard(Actors actors, MessageSource messages) {
        return locale -> actors.current().hasRole(Role.ADMIN, Role.STAFF)
                ? List.of(new HomeCard(
                        messages.getMessage("data.home.title", null, locale),
                        messages.getMessage("data.home.text", null, locale),
                        "collection",
                        "/admin/data",
                        messages.getMessage("data.home.action", null, locale),
                        60))
                : List.of();
    }

    /**
     * A kind of record on the overview.
     *
     * @param path last part of the address of its list, and of its message keys
     * @param icon name of a Bootstrap icon
     * @param count how many the person sees
     */
    record Kind(String path, String icon, long count) {}

    @GetMapping
    String overview(Actor actor, Model model) {
        model.addAttribute(
                "kinds",
                List.of(
                        new Kind("departments", "building", browser.count(departments, actor)),
                        new Kind("batches", "people", browser.count(batches, actor)),
                        new Kind("personnel", "person-badge", browser.count(personnel, actor)),
                        new Kind("rooms", "door-open", browser.count(rooms, actor)),
                        new Kind("courses", "journal-text", browser.count(courses, actor)),
                        new Kind("terms", "calendar-range", browser.count(terms, actor))));
        return "institution/data";
    }

    @GetMapping("/departments")
    String departments(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list("departments", departments, actor, q, page, model);
    }

    @GetMapping("/batches")
    String batches(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list("batches", batches, actor, q, page, model);
    }

    @GetMapping("/personnel")
    String personnel(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list("personnel", personnel, actor, q, page, model);
    }

    @GetMapping("/rooms")
    String rooms(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list("rooms", rooms, actor, q, page, model);
    }

    @GetMapping("/courses")
    String courses(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list("courses", courses, actor, q, page, model);
    }

    @GetMapping("/terms")
    String terms(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list("terms", terms, actor, q, page, model);
    }

    private String list(String kind, Catalog<?> catalog, Actor actor, String q, int page, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("q", q);
        model.addAttribute("page", browser.page(catalog, actor, q, page));
        return "institution/" + kind;
    }
}
