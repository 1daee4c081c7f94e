package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import java.util.Map;

/** The ways through the pages of the college's data that several tests go. */
final class CollegePages {
    private static final int LONG_JOB_MS = 120_000;

    private CollegePages() {}

    /** Fills the form of a new record of a kind; keys are names of columns. Fields with lines take line breaks. */
    static void fill(Page page, String kind, Map<String, String> values) {
        page.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1/admin/data/" + kind));
        BrowserTest.link(page, "New").first().click();
        page.waitForURL("**/" + kind + "/new");
        values.forEach((column, value) -> {
            var field = page.locator("#f-" + column);
            if (field.evaluate("it => it.tagName").equals("SELECT")) {
                field.selectOption(value);
            } else {
                field.fill(value);
            }
        });
    }

    /** Presses Save and sees that it was. */
    static void save(Page page) {
        page.locator(".form-actions button[type=submit]").first().click();
        assertThat(page.locator("#flash")).containsText("Created.");
    }

    /** Makes a new record of a kind through its form. */
    static void create(Page page, String kind, Map<String, String> values) {
        fill(page, kind, values);
        save(page);
    }

    /** From the complete checklist to the timetable of the first department. */
    static void planTheFirstDepartment(Page page, String pictures) {
        page.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1/admin/data"));
        assertThat(page.getByText("Everything is there.")).isVisible();
        BrowserTest.picture(page, pictures + "-complete");
        BrowserTest.link(page, "On to the schedules").click();
        BrowserTest.link(page, "New schedule").first().click();
        page.locator("input[name=departments]").first().check();
        BrowserTest.button(page, "Create the schedule").click();
        assertThat(page.getByText("Nothing. A timetable can be made.")).isVisible();
        BrowserTest.picture(page, pictures + "-schedule");
        BrowserTest.link(page, "Generation").last().click();
        page.locator("label[for=budget-10]").click();
        BrowserTest.button(page, "Generate timetable").click();
        assertThat(page)
                .hasURL(
                        java.util.regex.Pattern.compile(".*/admin/generation-jobs/.*"),
                        new PageAssertions.HasURLOptions().setTimeout(LONG_JOB_MS));
        BrowserTest.openTimetable(page, LONG_JOB_MS);
        assertThat(page.locator("table.week .event")).not().hasCount(0);
        BrowserTest.picture(page, pictures + "-timetable");
    }
}
