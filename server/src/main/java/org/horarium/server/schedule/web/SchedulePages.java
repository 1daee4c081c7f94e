package org.horarium.server.schedule.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.formats.college.College;
import org.horarium.server.access.Actor;
import org.horarium.server.access.HomeCards;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.schedule.InvalidScopeException;
import org.horarium.server.schedule.InvalidScopeException.FieldFault;
import org.horarium.server.schedule.NewSchedule;
import org.horarium.server.schedule.ScheduleBook;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleStep;
import org.horarium.server.schedule.ScheduleTab;
import org.horarium.server.schedule.Schedules;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of schedules, the form for a new one, and the first tab of a schedule. */
@Controller
@RequestMapping("/admin/schedules")
class SchedulePages {
    private final Schedules schedules;
    private final ScheduleBook book;
    private final ScheduleFrames frames;
    private final ScopeChoices choices;
    private final AuditLog audit;

    SchedulePages(Schedules schedules, ScheduleBook book, ScheduleFrames frames, ScopeChoices choices, AuditLog audit) {
        this.schedules = schedules;
        this.book = book;
        this.frames = frames;
        this.choices = choices;
        this.audit = audit;
    }

    @Bean
    static NavigationEntry schedulesEntry() {
        return NavigationEntry.of("nav.schedules", "/admin/schedules", "calendar3", 20, "ADMIN", "STAFF");
    }

    @Bean
    static HomeContributor schedulesCard(HomeCards cards) {
        return cards.card("schedule.home", "calendar3", "/admin/schedules", 50, Role.ADMIN, Role.STAFF);
    }

    @Bean
    static ScheduleTab overviewTab() {
        return new ScheduleTab("", "schedule.tab.overview", "list-check", 0);
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("page", book.page(actor, q, page));
        return "schedule/list";
    }

    @GetMapping("/new")
    String form(Actor actor, @RequestParam(required = false) @Nullable UUID from, Model model) {
        model.addAttribute("from", from);
        return form(
                from == null
                        ? new NewSchedule(null, null, List.of(), List.of())
                        : book.copyOf(new ScheduleId(from), actor),
                List.of(),
                actor,
                model);
    }

    @PostMapping
    String create(
            Actor actor,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String term,
            @RequestParam(required = false) @Nullable List<String> departments,
            @RequestParam(required = false) @Nullable List<String> groups,
            @RequestParam(required = false) @Nullable UUID from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NewSchedule wish = new NewSchedule(
                name, term, departments == null ? List.of() : departments, groups == null ? List.of() : groups);
        try {
            ScheduleId id =
                    from == null ? book.create(wish, actor) : book.createFrom(wish, new ScheduleId(from), actor);
            audit.record(actor.email(), "schedule.created", id.toString(), Map.of("departments", wish.departments()));
            redirect.addFlashAttribute("flash", "schedule.created");
            return "redirect:/admin/schedules/" + id;
        } catch (InvalidScopeException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("from", from);
            return form(wish, e.faults(), actor, model);
        }
    }

    private String form(NewSchedule wish, List<FieldFault> faults, Actor actor, Model model) {
        model.addAttribute("wish", wish);
        model.addAttribute(
                "faults",
                faults.stream()
                        .collect(Collectors.toMap(
                                FieldFault::field, FieldFault::message, (first, second) -> first + " " + second)));
        model.addAttribute("terms", choices.terms());
        model.addAttribute("departments", choices.departments(actor));
        return "schedule/new";
    }

    @GetMapping("/{id}")
    String overview(Actor actor, @PathVariable UUID id, Model model) {
        ScheduleFrame frame = frames.open(new ScheduleId(id), "", actor);
        College college = schedules.college(new ScheduleId(id));
        model.addAttribute("frame", frame);
        model.addAttribute("summary", ScheduleContent.of(college));
        model.addAttribute("steps", openSteps(frame));
        return "schedule/overview";
    }

    @Bean
    static ScheduleTab activitiesTab() {
        return new ScheduleTab("activities", "schedule.tab.activities", "calendar-week", 10);
    }

    @Bean
    static ScheduleTab roomsTab() {
        return new ScheduleTab("rooms", "schedule.tab.rooms", "door-open", 30);
    }

    @GetMapping("/{id}/activities")
    String activities(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("frame", frames.open(new ScheduleId(id), "activities", actor));
        model.addAttribute("courses", ScopeTables.courses(schedules.college(new ScheduleId(id))));
        return "schedule/activities";
    }

    @GetMapping("/{id}/rooms")
    String rooms(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("frame", frames.open(new ScheduleId(id), "rooms", actor));
        model.addAttribute("types", ScopeTables.rooms(schedules.college(new ScheduleId(id))));
        return "schedule/rooms";
    }

    /** Steps that a person may take now. Collecting preferences has no button yet: nobody is asked by it. */
    private static List<ScheduleStep> openSteps(ScheduleFrame frame) {
        return frame.mayManage()
                ? List.of(ScheduleStep.LOCK, ScheduleStep.REOPEN).stream()
                        .filter(step -> step.from().contains(frame.schedule().status()))
                        .toList()
                : List.of();
    }

    @PostMapping("/{id}/steps")
    String step(Actor actor, @PathVariable UUID id, @RequestParam ScheduleStep step, RedirectAttributes redirect) {
        try {
            book.step(new ScheduleId(id), step, actor);
            audit.record(actor.email(), "schedule.step", id.toString(), Map.of("step", step.name()));
            redirect.addFlashAttribute("flash", "schedule.done." + step);
        } catch (ConflictException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
        }
        return "redirect:/admin/schedules/" + id;
    }
}
