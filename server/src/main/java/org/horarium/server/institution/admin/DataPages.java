package org.horarium.server.institution.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.horarium.server.access.Actor;
import org.horarium.server.access.HomeCards;
import org.horarium.server.access.Role;
import org.horarium.server.institution.records.Column;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.RecordLists;
import org.horarium.server.institution.records.RecordLists.Option;
import org.horarium.server.institution.records.RecordLists.Wish;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
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

/** The overview of the college's data with what is missing, its settings, and the lists of its records. */
@Controller
@RequestMapping("/admin/data")
class DataPages {
    private final RecordLists lists;
    private final SetupChecklist checklist;
    private final CollegeSettings settings;

    DataPages(RecordLists lists, SetupChecklist checklist, CollegeSettings settings) {
        this.lists = lists;
        this.checklist = checklist;
        this.settings = settings;
    }

    @Bean
    static NavigationEntry dataEntry() {
        return NavigationEntry.of("nav.data", "/admin/data", "collection", 50, "ADMIN", "STAFF");
    }

    @Bean
    static HomeContributor dataCard(HomeCards cards) {
        return cards.card("data.home", "collection", "/admin/data", 60, Role.ADMIN, Role.STAFF);
    }

    /** A kind of record on the overview, and how many the person sees. */
    record Kind(RecordKind kind, long count) {}

    @GetMapping
    String overview(Actor actor, Model model) {
        model.addAttribute(
                "kinds",
                Stream.of(RecordKind.values())
                        .map(kind -> new Kind(kind, lists.count(kind, actor)))
                        .toList());
        List<SetupChecklist.Item> items = checklist.items(actor);
        model.addAttribute("items", items);
        model.addAttribute(
                "done", items.stream().filter(SetupChecklist.Item::done).count());
        model.addAttribute("admin", actor.isAdmin());
        return "institution/data";
    }

    @GetMapping("/college")
    String college(Actor actor, Model model) {
        actor.requireRole(Role.ADMIN);
        model.addAttribute("settings", settings.get());
        return "institution/college";
    }

    @PostMapping("/college")
    String saveCollege(
            Actor actor,
            CollegeSettings.Settings sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            settings.save(sent, actor);
            redirect.addFlashAttribute("flash", "data.saved");
            return "redirect:/admin/data";
        } catch (InvalidInputException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("settings", sent);
            model.addAttribute("fault", e.errors().get(0).detail());
            return "institution/college";
        } catch (StaleEditException e) {
            // both versions are shown; saved again, this one counts
            CollegeSettings.Settings theirs = settings.get();
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            model.addAttribute("settings", sent.at(theirs.version()));
            model.addAttribute("theirs", theirs);
            return "institution/college";
        }
    }

    /** A kind by its path. */
    static RecordKind kind(String path) {
        return RecordKind.of(path)
                .orElseThrow(() -> new NotFoundException("There are no records called " + path + "."));
    }

    /** A filter of a list with its choices. */
    record Filter(Column column, List<Option> options, String value) {}

    @GetMapping("/{kind}")
    String list(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "code") String sort,
            @RequestParam(defaultValue = "false") boolean down,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam Map<String, String> params,
            Model model) {
        RecordKind what = kind(kind);
        Map<String, String> filters = new HashMap<>();
        what.columns().stream()
                .filter(Column::filter)
                .forEach(column -> filters.put(column.name(), params.getOrDefault("f." + column.name(), "")));
        Wish wish = new Wish(q, filters, archived && what.archivable(), sort, down);
        model.addAttribute("kind", what);
        model.addAttribute("kinds", RecordKind.values());
        model.addAttribute("wish", wish);
        model.addAttribute("query", query(wish));
        model.addAttribute("page", lists.page(what, wish, page, actor));
        model.addAttribute(
                "columns", what.columns().stream().filter(DataPages::inList).toList());
        model.addAttribute(
                "filters",
                what.columns().stream()
                        .filter(Column::filter)
                        .map(column -> new Filter(
                                column,
                                column.type() == org.horarium.server.institution.records.ColumnType.YES_NO
                                        ? List.of(new Option("yes", "yes"), new Option("no", "no"))
                                        : lists.options(what, column, actor),
                                filters.getOrDefault(column.name(), "")))
                        .toList());
        model.addAttribute("mayCreate", actor.isAdmin() || !what.collegeWide());
        model.addAttribute(
                "bulkColumns",
                what.editable().stream()
                        .filter(column -> !column.name().equals("code")
                                && !column.name().equals("name")
                                && !column.name().equals("email"))
                        .toList());
        return "institution/list";
    }

    private static boolean inList(Column column) {
        return column.listed()
                && !column.name().equals("code")
                && !column.name().equals("name");
    }

    /** The wish as part of an address, without page and sorting. */
    private static String query(Wish wish) {
        StringBuilder query = new StringBuilder();
        add(query, "q", wish.search());
        wish.filters().forEach((name, value) -> add(query, "f." + name, value));
        if (wish.archived()) {
            add(query, "archived", "true");
        }
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append('&')
                    .append(name)
                    .append('=')
                    .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
