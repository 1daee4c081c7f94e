package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An assessment centre from the form to the sheets: create, plan, look at the bars, repair the day, print. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AssessmentCentreIT extends BrowserTest {
    private static final int PLANNING_MS = 120_000;
    private static final String MORNING = "?at=2026-03-02T09:20";

    private String centre = "";
    private String ways = "";
    private String itinerary = "";

    @Test
    @Order(1)
    void createPlanRepairAndPrint() {
        Page page = openAs("hod", WIDE);
        page.navigate(url("/admin/assessment-centres/new"));
        link(page, "Begin with an example").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Spring intake");
        button(page, "Look at it").click();
        assertThat(page.getByText("Nothing is saved yet")).isVisible();
        picture(page, "centre-preview-wide");
        button(page, "Create the centre").click();
        assertThat(page.getByText("No plan yet")).isVisible();
        centre = page.url();
        picture(page, "centre-empty-wide");

        page.locator("label[for=s5]").click();
        button(page, "Make the plan").click();
        picture(page, "centre-progress-wide");
        assertThat(link(page, "Look at the plan"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PLANNING_MS));
        link(page, "Look at the plan").click();
        link(page, "By room").click();
        for (String rows : List.of("By participant", "By assessor", "By room")) {
            link(page, rows).click();
            assertThat(link(page, rows)).hasAttribute("aria-current", "page");
            assertThat(page.locator(".gantt .bar")).not().hasCount(0);
        }
        picture(page, "centre-plan-wide");

        repair(page);
        print(page);
        page.context().close();
    }

    private void repair(Page page) {
        page.navigate(centre + "/day" + MORNING);
        assertThat(page.locator(".now-line").first()).isVisible();
        Locator first = page.locator(".board-session").first();
        first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Started"))
                .click();
        assertThat(page.locator(".board-running")).hasCount(1);
        page.getByLabel("What", new Page.GetByLabelOptions().setExact(true)).selectOption("ASSESSOR_OUT");
        page.getByLabel("Who or what").selectOption("A2");
        button(page, "Show ways to go on").click();
        page.waitForURL("**/day/repairs/**");
        assertThat(page.locator(".way")).hasCount(3);
        ways = page.url();
        picture(page, "centre-ways-wide");
        page.locator(".way").first().getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("Ms. Brandt drops out")).isVisible();
        picture(page, "centre-day-wide");
        button(page, "Take the repair back").click();
        assertThat(page.getByText("The plan before it holds again")).isVisible();
    }

    private void print(Page page) {
        page.navigate(centre + "/sheets");
        for (String kind : List.of("participants", "assessors", "rooms", "overview")) {
            APIResponse pdf = page.request().get(centre + "/sheets/" + kind + ".pdf");
            assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");
            assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        button(page, "Make links for all participants").click();
        itinerary = page.locator(".secret").first().textContent().strip().replaceFirst("^.*(?=/itinerary/)", "");
        Page own = open(PHONE);
        own.navigate(url(itinerary));
        assertThat(own.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ada Moreno")))
                .isVisible();
        assertThat(own.getByText("Ben Okafor")).hasCount(0);
        picture(own, "centre-itinerary-phone");
        own.context().close();
    }

    @Test
    @Order(2)
    void everyPageIsAccessibleAndFitsTheScreen() {
        assertThat(List.of(centre, ways, itinerary))
                .as("the addresses that the first test finds")
                .doesNotContain("");
        for (Screen screen : List.of(WIDE, WIDE_DARK, PHONE, PHONE_DARK)) {
            Page page = openAs("hod", screen);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            for (String address : List.of(
                    url("/admin/assessment-centres"),
                    url("/admin/assessment-centres/new"),
                    centre,
                    centre + "/plan",
                    centre + "/plan?by=room&view=list",
                    centre + "/people",
                    centre + "/day" + MORNING,
                    centre + "/day",
                    ways,
                    centre + "/sheets",
                    centre + "/edit",
                    url(itinerary))) {
                page.navigate(address);
                assertThat(Accessibility.seriousFaults(page))
                        .as("%s on %s", address, screen.name())
                        .isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                        .as("%s sticks out of %s sideways", address, screen.name())
                        .isLessThanOrEqualTo(0);
            }
            page.navigate(centre + "/plan");
            assertThat(page.locator(screen.touch() ? ".plan-entries li" : ".gantt .bar")
                            .first())
                    .isVisible();
            picture(page, "centre-plan-" + screen.name());
            assertThat(complaints).as("what the browser complained of").isEmpty();
            page.context().close();
        }
    }
}
