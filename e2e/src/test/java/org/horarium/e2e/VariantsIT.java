package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Generate five variants, compare them, talk about one, choose another, and go on with the draft. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VariantsIT extends BrowserTest {
    private static final int LONG_JOB_MS = 240_000;

    private String job = "";
    private String variants = "";

    @Test
    @Order(1)
    void generateCompareAndChoose() {
        Page page = openAs("hod", WIDE);
        List<String> complaints = complaintsOf(page);
        page.navigate(url("/admin/timetables/create"));
        assertThat(page.getByLabel("For personnel", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        page.locator("label[for=budget-60]").click();
        button(page, "Generate timetable").click();
        page.waitForURL("**/admin/generation-jobs/*");
        job = page.url();
        assertThat(page.locator("[data-variants] li")).hasCount(5);
        assertThat(page.locator("[data-variants] .is-made"))
                .not()
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONG_JOB_MS));
        look(page, "variants-progress-wide");

        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_JOB_MS));
        look(page, "variants-done-dialog");
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        look(page, "variants-done-wide");
        link(page, "Compare variants").click();
        page.waitForURL("**/variants?**");

        variants = page.url();
        Locator choices = page.locator(".kpis tfoot form button");
        int made = choices.count();
        assertThat(made).as("variants to choose from").isGreaterThan(1);
        assertThat(page.locator(".alert-warning li")).hasCount(5 - made);
        assertThat(page.locator(".kpis .best")).not().hasCount(0);
        look(page, "variants-wide");

        Locator differences = page.locator("#changes [role=status]");
        String all = differences.textContent();
        page.locator("#whose").selectOption(new SelectOption().setIndex(1));
        assertThat(differences).not().hasText(all);
        look(page, "variants-changes-wide");

        page.locator(".kpis tfoot a.btn-outline-primary").nth(1).click();
        assertThat(page.locator("table.week .event")).not().hasCount(0);
        page.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true)).fill("The labs are early.");
        button(page, "Add").click();
        assertThat(page.locator(".said")).containsText("The labs are early.");
        look(page, "variant-preview-wide");

        page.navigate(variants);
        Locator chosen = page.locator("#chosen-title");
        String before = chosen.textContent();
        choices.nth(1).click();
        assertThat(chosen).not().hasText(before);
        assertThat(choices.nth(1)).isDisabled();
        assertThat(page.locator(".kpis tfoot")).containsText("1 comment");
        look(page, "variants-chosen-wide");
        link(page, "Edit on the board").click();
        assertThat(page.locator("table.week .event")).not().hasCount(0);
        page.navigate(variants);
        link(page, "Submit for review").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Next step")))
                .isVisible();
        assertThat(complaints).as("what the browser complained of").isEmpty();
        page.context().close();
    }

    @Test
    @Order(2)
    void everyPageIsReadableOnAPhoneAndInTheDark() {
        for (Screen screen : List.of(PHONE, PHONE_DARK, WIDE_DARK, SMALL)) {
            Page page = openAs("hod", screen);
            page.navigate(variants);
            look(page, "variants-" + screen.name());
            page.locator(".kpis tfoot a.btn-outline-primary").first().click();
            assertThat(page.locator(screen.touch() ? ".week-list .event" : "table.week .event")
                            .first())
                    .isVisible();
            look(page, "variant-preview-" + screen.name());
            page.navigate(job);
            look(page, "variants-job-" + screen.name());
            page.navigate(url("/admin/generation-jobs"));
            look(page, "jobs-" + screen.name());
            page.navigate(url("/admin/timetables/create"));
            look(page, "variants-create-" + screen.name());
            page.context().close();
        }
    }

    @Test
    @Order(3)
    void jobsAreFoundByStatus() {
        Page page = openAs("hod", WIDE);
        page.navigate(url("/admin/generation-jobs"));
        assertThat(page.locator(".jobs tbody tr")).hasCount(1);
        page.locator("#status").selectOption("failed");
        assertThat(page.locator("#list .empty-state")).isVisible();
        page.locator("#status").selectOption("completed");
        assertThat(page.locator(".jobs tbody tr")).hasCount(1);
        look(page, "jobs-wide");
        page.context().close();
    }
}
