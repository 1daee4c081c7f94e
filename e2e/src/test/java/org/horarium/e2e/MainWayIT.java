package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From nothing to a timetable: log in, generate, watch, look at the week by group, person and room. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainWayIT extends BrowserTest {
    private static final int LONG_JOB_MS = 120_000;

    private String timetable = "";

    @Test
    @Order(1)
    void generateWatchAndSeeTheTimetable() {
        Page page = openAs("hod", WIDE);
        List<String> complaints = complaintsOf(page);
        picture(page, "home-wide");

        page.navigate(url("/admin/timetables/create"));
        picture(page, "create-wide");
        page.locator("label[for=budget-10]").click();
        button(page, "Generate timetable").click();

        page.waitForURL("**/admin/generation-jobs/*");
        String job = page.url();
        assertThat(page.locator("[data-elapsed]"))
                .not()
                .hasText("0 s", new LocatorAssertions.HasTextOptions().setTimeout(LONG_JOB_MS));
        assertThat(page.locator("[data-cost]"))
                .not()
                .hasText("–", new LocatorAssertions.HasTextOptions().setTimeout(LONG_JOB_MS));
        picture(page, "progress-wide");
        // leaving is safe
        page.navigate(url("/"));
        page.navigate(job);
        openTimetable(page, LONG_JOB_MS);
        timetable = page.url();
        assertThat(page.locator("table.week .event")).not().hasCount(0);
        picture(page, "timetable-group-wide");
        for (String side : List.of("By person", "By room")) {
            link(page, side).click();
            assertThat(link(page, side)).hasAttribute("aria-current", "page");
            assertThat(page.locator("table.week .event")).not().hasCount(0);
            picture(page, "timetable-" + side.substring(3) + "-wide");
        }
        assertThat(complaints).as("what the browser complained of").isEmpty();
        page.context().close();
    }

    @Test
    @Order(2)
    void readTheTimetableOnAPhoneAndInTheDark() {
        for (Screen screen : List.of(PHONE, PHONE_DARK, WIDE_DARK)) {
            Page page = openAs("hod", screen);
            picture(page, "home-" + screen.name());
            page.navigate(url("/admin/timetables/create"));
            picture(page, "create-" + screen.name());
            page.navigate(timetable);
            Locator shown = page.locator(screen.touch() ? ".week-list .event" : "table.week .event");
            assertThat(shown.first()).isVisible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as("nothing sticks out of the screen sideways")
                    .isLessThanOrEqualTo(0);
            picture(page, "timetable-" + screen.name());
            page.context().close();
        }
    }

    @Test
    @Order(3)
    void everyPageOfTheMainWayIsAccessible() {
        for (Screen screen : List.of(WIDE, WIDE_DARK, PHONE)) {
            Page page = openAs("admin", screen);
            List<String> paths = new ArrayList<>(
                    List.of("/", "/account", "/admin/timetables/create", "/admin/generation-jobs", "/admin/schedules"));
            paths.add(timetable.substring(url("").length()));
            for (String path : paths) {
                page.navigate(url(path));
                assertThat(Accessibility.seriousFaults(page))
                        .as("%s on %s", path, screen.name())
                        .isEmpty();
            }
            page.context().close();
        }
    }

    @Test
    @Order(4)
    void moveOnTheBoardByKeyboardAndMouseAndTakeItBack() {
        String board = timetable.replaceFirst("/timetable.*", "/board");
        Page other = openAs("admin", WIDE);
        other.navigate(board);
        Page page = openAs("hod", WIDE);
        List<String> complaints = complaintsOf(page);
        page.navigate(board);
        Locator history = page.locator(".board-history li");
        assertThat(history).hasCount(0);

        int movable = pickUpSomethingMovable(page);
        picture(page, "board-picked-up");
        page.keyboard().press("Escape");
        assertThat(page.locator(".board-slot")).hasCount(0);

        card(page, movable).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".board-slot:focus")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(history).hasCount(1);
        assertThat(other.locator(".board-history li")).hasCount(1);
        picture(page, "board-moved");
        page.keyboard().press("Control+z");
        assertThat(page.locator(".board-history .board-undone")).hasCount(1);

        card(page, movable).hover();
        page.mouse().down();
        page.mouse().move(10, 10);
        Locator target = page.locator(MAY_DROP).first();
        target.waitFor();
        target.hover(new Locator.HoverOptions().setForce(true));
        page.mouse().up();
        assertThat(page.locator(".board-history li:not(.board-undone)")).hasCount(1);

        card(page, movable).click();
        link(page, "Rooms, people, suggestions").click();
        assertThat(page.locator(".board-offer")).not().hasCount(0);
        picture(page, "board-activity");
        assertThat(Accessibility.seriousFaults(page)).isEmpty();
        page.navigate(board);
        assertThat(Accessibility.seriousFaults(page)).isEmpty();
        assertThat(complaints).as("what the browser complained of").isEmpty();
        page.context().close();
        other.context().close();

        Page phone = openAs("hod", PHONE);
        phone.navigate(board);
        phone.locator(".week-list .event[data-activity]").first().tap();
        phone.waitForURL("**/board/activity?**");
        picture(phone, "board-activity-phone");
        assertThat(Accessibility.seriousFaults(phone)).isEmpty();
        phone.context().close();
    }

    private static final String MAY_DROP = ".board-slot.look-better, .board-slot.look-even, .board-slot.look-worse";

    private static Locator card(Page page, int number) {
        return page.locator("table.week .event[data-activity]").nth(number);
    }

    /** Picks up one activity after the other until one could go somewhere else. */
    private static int pickUpSomethingMovable(Page page) {
        int cards = page.locator("table.week .event[data-activity]").count();
        for (int i = 0; i < cards; i++) {
            card(page, i).focus();
            page.keyboard().press("Enter");
            page.locator(".board-slot").first().waitFor();
            if (page.locator(MAY_DROP).count() > 0) {
                return i;
            }
            page.keyboard().press("Escape");
        }
        throw new AssertionError("Nothing on the board can be moved.");
    }
}
