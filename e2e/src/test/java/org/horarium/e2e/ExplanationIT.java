package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From an impossible schedule over its explanation and one click to a timetable. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExplanationIT extends BrowserTest {
    private static final double LONG_JOB_MS = 240_000;

    private String tab = "";

    @Test
    @Order(1)
    void countingNamesTheRecordThatMakesItImpossible() {
        Page page = openAs("hod", WIDE);
        page.navigate(url("/admin/schedules/new"));
        page.locator("input[name=departments]").first().check();
        button(page, "Create the schedule").click();
        page.waitForURL("**/admin/schedules/*-*");
        tab = page.url() + "/explanation";
        page.navigate(tab);
        assertThat(page.getByText("Counting finds nothing")).isVisible(patient());

        // three lectures of one course are to be four days apart, in a week of five
        page.navigate(url("/admin/data/templates?q=-L"));
        Locator record = page.locator("tbody th[scope=row] a").first();
        String name = record.textContent();
        record.click();
        page.waitForURL("**/records/*");
        page.getByLabel("Days between sessions").first().fill("4");
        button(page, "Save").click();
        page.waitForURL(address -> !address.contains("/records/"));

        page.navigate(tab);
        assertThat(page.locator(".finding").first())
                .containsText(name, new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_JOB_MS));
        assertThat(page.locator(".finding .record-links a").first())
                .hasAttribute("href", Pattern.compile("/admin/data/templates/records/.+"));
        picture(page, "explanation-preflight-wide");
        page.context().close();
    }

    @Test
    @Order(2)
    void theExplanationNamesTheConflictAndWhatWouldHelp() {
        Page page = openAs("hod", WIDE);
        page.navigate(tab);
        button(page, "Explain").click();
        assertThat(button(page, "Explain anew")).isVisible(patient());
        assertThat(page.locator(".reasons li")).not().hasCount(0);
        assertThat(page.locator(".suggestion").first()).containsText("days between the sessions");
        assertThat(page.locator(".suggestion").first()).containsText("A timetable was found with it");
        page.context().close();
    }

    @Test
    @Order(3)
    void itIsReadableOnEveryScreenAndAccessible() {
        for (Screen screen : List.of(WIDE, WIDE_DARK, PHONE, PHONE_DARK)) {
            Page page = openAs("hod", screen);
            page.navigate(tab);
            assertThat(page.locator("#preflight .finding").first()).isVisible(patient());
            assertThat(Accessibility.seriousFaults(page)).as(screen.name()).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as("%s: nothing sticks out of the screen sideways", screen.name())
                    .isLessThanOrEqualTo(0);
            picture(page, "explanation-" + screen.name());
            page.context().close();
        }
        Page german = openAs("hod", WIDE);
        german.navigate(tab + "?lang=de");
        assertThat(german.locator(".suggestion").first()).containsText("Tage zwischen den Terminen");
        assertThat(german.locator("#preflight .finding").first()).isVisible(patient());
        picture(german, "explanation-german-wide");
        german.context().close();
    }

    @Test
    @Order(4)
    void oneClickLeadsToATimetableAndCanBeTakenBack() {
        Page page = openAs("hod", WIDE);
        page.navigate(tab);
        page.locator(".suggestion form button").first().click();
        page.waitForURL("**/admin/generation-jobs/*");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("View timetable")))
                .isVisible(patient());
        picture(page, "explanation-done-wide");

        page.navigate(tab);
        assertThat(page.locator("#preflight"))
                .containsText(
                        "Counting finds nothing", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_JOB_MS));
        picture(page, "explanation-applied-wide");
        button(page, "Take it back").click();
        assertThat(page.getByText("The suggestion is taken back")).isVisible();
        assertThat(page.locator("#preflight .finding").first()).isVisible(patient());
        page.context().close();
    }

    private static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_JOB_MS);
    }
}
