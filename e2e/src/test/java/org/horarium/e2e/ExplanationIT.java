package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
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

        // three lectures at least two days apart, and their only lecturer is away on Wednesdays
        String record = url("/admin/data/templates/records/CS201-L");
        change(page, "templates", "CS201-L", "personnel", "1 lecturer: CSE-F01");
        change(page, "personnel", "CSE-F01", "unavailable", "wednesday 08:00-20:00");
        page.navigate(record);
        page.getByLabel("Days between sessions").first().fill("2");
        button(page, "Save").click();
        page.waitForURL(address -> !address.contains("/records/"));

        page.navigate(tab);
        assertThat(page.locator(".finding").first())
                .containsText(
                        "Data Structures, lecture",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_JOB_MS));
        assertThat(page.locator(".finding .record-links a").first())
                .hasAttribute("href", "/admin/data/templates/records/CS201-L");
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
        assertThat(page.locator(".suggestion").first()).containsText("Make Dr. ");
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
        assertThat(german.locator(".suggestion").first()).containsText("verfügbar machen");
        assertThat(german.locator("#preflight .finding").first()).isVisible(patient());
        picture(german, "explanation-german-wide");
        german.context().close();
    }

    /** Changes one value of a record over REST. */
    private void change(Page page, String kind, String code, String column, String value) {
        APIRequestContext requests = page.request();
        Map<String, String> login = Map.of("username", "admin@demo.horarium.org", "password", HorariumProcess.PASSWORD);
        String answer = requests.post(
                        url("/api/auth/token"), RequestOptions.create().setData(login))
                .text();
        String token = answer.replaceAll("(?s).*\"token\" *: *\"([^\"]+)\".*", "$1");
        String path = url("/api/data/" + kind + "/" + code);
        String version = requests.get(path, RequestOptions.create().setHeader("Authorization", "Bearer " + token))
                .headers()
                .get("etag");
        APIResponse changed = requests.put(
                path,
                RequestOptions.create()
                        .setHeader("Authorization", "Bearer " + token)
                        .setHeader("If-Match", version)
                        .setData(Map.of(column, value)));
        assertThat(changed).isOK();
    }

    private static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_JOB_MS);
    }
}
