package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The records of the demo college on screen: lists, forms, the painted week, many at once, two people at one record. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdministrationIT extends BrowserTest {
    private String room = "";

    @Test
    @Order(1)
    void aListIsSearchedSortedNarrowedAndPaged() {
        Page page = openAs("admin", WIDE);
        List<String> complaints = complaintsOf(page);
        page.navigate(url("/admin/data/students"));
        Locator names = page.locator("#list tbody th a");
        assertThat(names).not().hasCount(0);
        String first = names.first().textContent();
        link(page, "Next").click();
        assertThat(page.getByText("Page 2 of")).isVisible();
        assertThat(names.first()).not().hasText(first);

        page.navigate(url("/admin/data/rooms"));
        room = page.locator("#list tbody th code").first().textContent();
        link(page, "Seats").click();
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("Seats");
        link(page, "Seats").click();
        assertThat(page.locator("th[aria-sort=descending]")).hasText("Seats");

        // the list follows what is typed, without a page load
        page.locator("#q").fill(room);
        assertThat(names).hasCount(1);
        page.locator("#q").fill("no room is called that");
        assertThat(page.getByText("Nothing matches")).isVisible();
        look(page, "list-nothing-found");
        link(page, "Show all").click();
        page.locator("#filter-shared").selectOption("yes");
        page.waitForURL("**f.shared=yes**");
        assertThat(page.locator("#list tbody tr").first()).containsText("yes");
        assertThat(complaints).as("what the browser complained of").isEmpty();
        page.context().close();
    }

    @Test
    @Order(2)
    void availabilityIsPaintedByMouseAndKeyboard() {
        Page page = openAs("admin", WIDE);
        openForm(page, "personnel");
        clear(page);
        Locator cells = page.locator(".week-cell");
        int days = page.locator(".week-grid thead th").count();

        // drag over the first three slots of the first day
        BoundingBox from = Finger.box(cells.first());
        BoundingBox to = Finger.box(cells.nth(2 * days));
        page.mouse().move(from.x + 8, from.y + 8);
        page.mouse().down();
        page.mouse().move(to.x + 8, to.y + 8, new Mouse.MoveOptions().setSteps(10));
        page.mouse().up();
        assertThat(painted(page)).hasCount(3);
        // a single press takes one away again
        cells.nth(days).click();
        assertThat(painted(page)).hasCount(2);

        // walk to the second day by keyboard: space ticks, shift and arrows paint
        cells.first().locator("input").focus();
        for (String key : List.of("ArrowRight", "Space", "Shift+ArrowDown", "Shift+ArrowRight")) {
            page.keyboard().press(key);
        }
        assertThat(painted(page)).hasCount(5);
        picture(page, "week-painted-wide");
        save(page);
        openForm(page, "personnel");
        assertThat(painted(page)).hasCount(5);
        page.context().close();
    }

    @Test
    @Order(3)
    void availabilityIsPaintedByFinger() {
        Page page = openAs("admin", SMALL);
        openForm(page, "personnel");
        clear(page);
        int days = page.locator(".week-grid thead th").count();
        Locator cells = page.locator(".week-cell");
        cells.first().scrollIntoViewIfNeeded();
        Finger.drag(page, cells.nth(0), cells.nth(days), cells.nth(2 * days));
        assertThat(painted(page)).hasCount(3);
        cells.nth(1).tap();
        assertThat(painted(page)).hasCount(4);
        picture(page, "week-painted-small");
        save(page);
        openForm(page, "personnel");
        assertThat(painted(page)).hasCount(4);
        clear(page);
        save(page);
        page.context().close();
    }

    @Test
    @Order(4)
    void theSecondOfTwoPeopleAtOneRecordSeesBothVersions() {
        Page first = openAs("admin", WIDE);
        Page second = openAs("admin", WIDE);
        for (Page page : List.of(first, second)) {
            page.navigate(url("/admin/data/rooms/records/" + room));
        }
        String before = first.locator("#f-capacity").inputValue();
        first.locator("#f-capacity").fill("77");
        save(first);
        second.locator("#f-capacity").fill("99");
        button(second, "Save").click();
        assertThat(second.getByText("Somebody else changed this record while you did."))
                .isVisible();
        assertThat(second.locator("#f-capacity")).hasValue("99");
        assertThat(second.locator(".theirs")).containsText("77");
        look(second, "record-changed-by-two");
        press(second, "Save", "Changed.");
        press(second, "Undo", "Undone.");
        second.navigate(url("/admin/data/rooms/records/" + room));
        assertThat(second.locator("#f-capacity")).hasValue("77");
        second.locator("#f-capacity").fill(before);
        save(second);
        first.context().close();
        second.context().close();
    }

    @Test
    @Order(5)
    void manyAreChangedArchivedAndBroughtBack() {
        Page page = openAs("admin", WIDE);
        page.navigate(url("/admin/data"));
        CollegePages.create(page, "equipment", Map.of("code", "e2e-one", "name", "Test thing one"));
        CollegePages.create(page, "equipment", Map.of("code", "e2e-two", "name", "Test thing two"));
        String both = url("/admin/data/equipment?q=e2e-");
        Locator rows = page.locator("#list tbody tr");
        page.navigate(both);
        page.locator("[data-bulk-all]").check();
        assertThat(page.locator("[data-bulk-count]")).hasText("With 2 ticked:");
        page.locator("#bulk-column").selectOption("portable");
        page.locator("#bulk-value").fill("4");
        press(page, "Change", "Changed.");
        page.navigate(both);
        assertThat(page.locator("#list td[data-label='Portable pieces']")).hasText(new String[] {"4", "4"});

        page.locator("[data-bulk-all]").check();
        press(page, "Archive", "Archived.");
        page.navigate(both);
        assertThat(rows).hasCount(0);
        page.locator("#archived").check();
        assertThat(rows).hasCount(2);
        page.locator("[data-bulk-all]").check();
        press(page, "Restore", "Restored.");

        for (String code : List.of("e2e-one", "e2e-two")) {
            page.navigate(url("/admin/data/equipment/records/" + code));
            link(page, "Delete").click();
            assertThat(page.getByText("Nothing uses it.")).isVisible();
            press(page, "Delete", "Deleted.");
        }
        page.navigate(url("/admin/data/departments"));
        page.locator("#list tbody th a").first().click();
        link(page, "Delete").click();
        assertThat(page.getByText("It can't be deleted: it is used by")).isVisible();
        look(page, "delete-used-wide");
        page.context().close();
    }

    @Test
    @Order(6)
    void everyPageIsAccessibleOnEveryScreen() {
        List<String> paths = new ArrayList<>(List.of(
                "/admin/data", "/admin/data/college", "/admin/schedules", "/admin/schedules/new", "/admin/mail"));
        for (String kind : List.of(
                "room-types",
                "staff-roles",
                "departments",
                "buildings",
                "equipment",
                "terms",
                "rooms",
                "batches",
                "groups",
                "personnel",
                "courses",
                "templates",
                "students")) {
            paths.add("/admin/data/" + kind);
            paths.add("/admin/data/" + kind + "/new");
        }
        Page finder = openAs("admin", WIDE);
        for (String kind : List.of("rooms", "personnel", "templates", "terms")) {
            paths.add(firstRecord(finder, kind));
            paths.add(firstRecord(finder, kind) + "/delete");
        }
        finder.navigate(url("/admin/schedules/new"));
        finder.locator("input[name=departments]").first().check();
        button(finder, "Create the schedule").click();
        finder.waitForURL("**/admin/schedules/*-*");
        String schedule = finder.url().substring(url("").length()).replaceFirst("[?#].*", "");
        for (String tab : List.of("", "/activities", "/personnel", "/rooms")) {
            paths.add(schedule + tab);
        }
        finder.context().close();
        List<String> some = paths.stream()
                .filter(path -> !path.matches("/admin/data/[a-z-]+(/new)?") || path.matches(".*/(rooms|personnel/new)"))
                .toList();
        List<String> faults = new ArrayList<>();
        examine(WIDE, paths, schedule, faults);
        examine(SMALL, paths, schedule, faults);
        for (Screen screen : List.of(WIDE_DARK, PHONE, PHONE_DARK)) {
            examine(screen, some, schedule, faults);
        }
        assertThat(faults).isEmpty();
    }

    /** What axe finds on some pages, what sticks out of the screen, and a picture of each. */
    private void examine(Screen screen, List<String> paths, String schedule, List<String> faults) {
        Page page = openAs("admin", screen);
        for (String path : paths) {
            page.navigate(url(path));
            String name = path.replace(schedule, "/schedule").substring(1).replaceAll("[^A-Za-z0-9-]", "-") + "-"
                    + screen.name();
            picture(page, name);
            Accessibility.seriousFaults(page).forEach(fault -> faults.add(name + ": " + fault));
            if (page.evaluate("document.documentElement.scrollWidth - window.innerWidth") instanceof Integer pixels
                    && pixels > 0) {
                faults.add(name + ": sticks out by " + pixels + " pixels");
            }
        }
        page.context().close();
    }

    /** Presses a button and waits until it is said what it did. */
    private static void press(Page page, String button, String done) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        assertThat(page.locator("#flash")).containsText(done);
    }

    private String firstRecord(Page page, String kind) {
        page.navigate(url("/admin/data/" + kind));
        return String.valueOf(page.locator("#list tbody th a").first().getAttribute("href"));
    }

    private void openForm(Page page, String kind) {
        page.navigate(url(firstRecord(page, kind)));
        assertThat(page.locator(".week-grid")).isVisible();
    }

    private static void save(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.locator("#flash")).isVisible();
    }

    private static Locator painted(Page page) {
        return page.locator(".week-cell input:checked");
    }

    private static void clear(Page page) {
        for (int left = painted(page).count(); left > 0; left--) {
            painted(page).first().press("Space");
            assertThat(painted(page)).hasCount(left - 1);
        }
    }
}
