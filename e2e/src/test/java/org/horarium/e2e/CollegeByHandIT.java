package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A college that did not exist an hour ago: entered through forms alone, up to its first timetable. */
class CollegeByHandIT extends BrowserTest {
    @Override
    String[] options() {
        return new String[] {"--no-demo"};
    }

    @Test
    void aCollegeIsEnteredThroughFormsUpToItsTimetable() {
        Page page = openAsFirstAdmin(WIDE);
        List<String> complaints = complaintsOf(page);
        page.navigate(url("/admin/data"));
        assertThat(page.locator(".setup .bi-check-circle")).hasCount(0);
        look(page, "setup-empty");

        link(page, "Name the college").click();
        page.locator("#name").fill("Riverside College");
        look(page, "college-form");
        button(page, "Save").click();
        assertThat(page.locator(".setup .bi-check-circle")).hasCount(1);

        link(page, "A term with days and slots").click();
        link(page, "New").first().click();
        LocalDate begin = LocalDate.now().minusDays(7);
        page.locator("#f-code").fill("T1");
        page.locator("#f-name").fill("First term");
        page.locator("#f-academic_year").fill("2026-27");
        page.locator("#f-semester").fill("1");
        page.locator("#f-first_day").fill(begin.toString());
        page.locator("#f-last_day").fill(begin.plusWeeks(15).toString());
        page.locator("#f-time_zone").fill("Europe/Vienna");
        page.locator("#f-slots").fill("09:00-10:00\n10:00-11:00\n11:00-12:00\n13:00-14:00\n14:00-15:00");
        page.locator("#f-breaks").fill("Lunch 12:00-13:00");
        CollegePages.save(page);

        CollegePages.create(page, "departments", Map.of("code", "CSE", "name", "Computer Science"));
        CollegePages.create(
                page, "batches", Map.of("code", "Y1", "name", "First year", "department", "CSE", "semester", "1"));
        for (String section : List.of("A", "B")) {
            CollegePages.create(
                    page,
                    "groups",
                    Map.of("code", "Y1-" + section, "name", "Section " + section, "parent", "Y1", "size", "30"));
        }
        CollegePages.create(
                page,
                "rooms",
                Map.of("code", "R1", "name", "Room 1", "department", "CSE", "type", "lecture", "capacity", "60"));
        CollegePages.create(
                page,
                "rooms",
                Map.of("code", "L1", "name", "Lab 1", "department", "CSE", "type", "lab", "capacity", "30"));
        for (int i = 1; i <= 3; i++) {
            person(page, "F" + i, "Lecturer " + i);
        }
        CollegePages.fill(page, "courses", Map.of("code", "CS1", "name", "Programming", "department", "CSE"));
        page.getByLabel("First year (Y1)").check();
        CollegePages.save(page);

        page.navigate(url("/admin/data"));
        assertThat(page.locator(".setup .bi-circle")).hasCount(2);
        link(page, "CS1").click();
        page.navigate(url("/admin/data/templates/new?course=CS1"));
        template(page, "CS1-L", "Programming, lecture", "lecture", "batch", "lecture", "1");
        CollegePages.fill(page, "templates", Map.of("course", "CS1"));
        template(page, "CS1-P", "Programming, lab", "lab", "section", "lab", "2");

        CollegePages.planTheFirstDepartment(page, "by-hand");
        assertThat(complaints).as("what the browser complained of").isEmpty();
        page.context().close();
    }

    private static void person(Page page, String code, String name) {
        CollegePages.fill(
                page, "personnel", Map.of("code", code, "name", name, "department", "CSE", "max_slots_per_week", "12"));
        // the first role of all is written, later it is there to be ticked
        var known = page.getByRole(
                com.microsoft.playwright.options.AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("lecturer"));
        if (known.count() == 0) {
            page.locator("[name='v.roles']").last().fill("lecturer");
        } else {
            known.check();
        }
        CollegePages.save(page);
    }

    /** The form counts, while it is filled in, what the template makes. */
    private static void template(
            Page page, String code, String name, String type, String attendees, String room, String activities) {
        page.locator("#f-code").fill(code);
        page.locator("#f-name").fill(name);
        page.locator("#f-type").fill(type);
        page.locator("#f-attendees").selectOption(attendees);
        page.locator("#f-room_type").fill(room);
        page.getByLabel("Role 1").fill("lecturer");
        assertThat(page.locator("#count")).containsText("Makes " + activities + " activities a week");
        look(page, "template-form-" + type);
        CollegePages.save(page);
    }
}
