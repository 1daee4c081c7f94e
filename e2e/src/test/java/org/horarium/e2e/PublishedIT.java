package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people get of a timetable once it is published: notices, their week, public pages, calendars; and the pages around it. */
class PublishedIT extends BrowserTest {
    private static final int LONG_JOB_SECONDS = 300;

    private String schedule = "";
    private String room = "";

    @BeforeAll
    void publish() throws IOException, InterruptedException {
        ApiClient admin = api("admin");
        String year = admin.get("/api/terms/")
                .path("items")
                .path(0)
                .path("academic_year")
                .asString();
        String job = admin.post(
                        "/api/generation-jobs/generate/",
                        Map.of("department_id", "CSE", "academic_year", year, "time_budget_seconds", 10))
                .path("job_id")
                .asString();
        String status = "";
        for (int second = 0; second < LONG_JOB_SECONDS && !status.equals("completed"); second++) {
            Thread.sleep(1000);
            status = admin.get("/api/generation-jobs/" + job + "/status/")
                    .path("status")
                    .asString();
            assertThat(status).isNotIn("failed", "cancelled");
        }
        assertThat(status).isEqualTo("completed");
        api("hod").post("/api/generation-jobs/" + job + "/approve/", Map.of("action", "approve", "comments", "Good."));
        JsonNode approved =
                admin.get("/api/timetable-workflow/?status=approved").path(0);
        schedule = approved.path("schedule_id").asString();
        admin.post(
                "/api/timetable-workflow/" + approved.path("workflow_id").asString() + "/publish/",
                Map.of("comments", "See you on Monday."));
        assertThat(schedule).as("what was approved").isNotEmpty();
        room = admin.get("/api/rooms/").path("items").path(0).path("code").asString();
    }

    @Test
    void aStudentIsToldOpensTheWeekAndChoosesWhatComes() {
        Page page = openAs("student", WIDE);
        List<String> complaints = complaintsOf(page);
        Locator bell = page.locator(".bell");
        assertThat(bell).hasAttribute("aria-label", "Notices: 1 unread");
        bell.click();
        assertThat(page.locator(".inbox > li")).hasCount(1);
        assertThat(page.locator(".inbox")).containsText("See you on Monday.");
        look(page, "notices-new");
        button(page, "Open").click();
        page.waitForURL("**/timetable?day=*");
        assertThat(page.locator("table.week .event").first()).isVisible();
        assertThat(page.locator(".bell")).hasAttribute("aria-label", "Notices: nothing unread");

        page.navigate(url("/notices?unread=true"));
        look(page, "notices-none-unread");
        page.navigate(url("/notices/settings"));
        page.locator("#timetable-APP").check();
        button(page, "Save").click();
        assertThat(page.locator("#flash")).containsText("Your choice is saved.");
        assertThat(page.locator("#timetable-APP")).isChecked();
        assertThat(complaints).as("what the browser complained of").isEmpty();
        page.context().close();
    }

    @Test
    void aTokenIsMadeForWhatIsTickedAndShownOnce() {
        Page page = openAs("faculty", WIDE);
        page.navigate(url("/account"));
        page.locator("#label").fill("My script");
        button(page, "Make a token").click();
        assertThat(page.locator("#scope-error")).isVisible();
        assertThat(page.locator("#label")).hasValue("My script");
        page.locator("#scope-data\\:read").check();
        button(page, "Make a token").click();
        assertThat(page.locator(".secret")).containsText("hor_");
        look(page, "token-made");
        page.reload();
        assertThat(page.locator(".secret")).hasCount(0);
        assertThat(page.locator(".rows .chip")).hasText(new String[] {"data:read"});
        button(page, "Revoke: My script").click();
        assertThat(page.locator("#flash")).containsText("revoked");
        page.context().close();
    }

    @Test
    void everyPageAroundAPublicationIsAccessibleOnEveryScreen() {
        for (Screen screen : List.of(WIDE, WIDE_DARK, PHONE, PHONE_DARK)) {
            Page anybody = open(screen);
            visit(anybody, screen, "login", "/login");
            anybody.context().close();
            Page student = openAs("student", screen);
            visit(student, screen, "notices", "/notices");
            visit(student, screen, "notice-settings", "/notices/settings");
            visit(student, screen, "own-week", "/timetable");
            visit(student, screen, "calendars", "/calendars");
            button(student, "Link to my timetable").click();
            assertThat(student.locator("#link")).isVisible();
            look(student, "calendars-made-" + screen.name());
            visit(student, screen, "department", "/departments/CSE/timetable");
            visit(student, screen, "room", "/rooms/" + room + "/timetable");
            student.context().close();
            Page admin = openAs("admin", screen);
            visit(admin, screen, "approvals", "/admin/approvals");
            visit(admin, screen, "review", "/admin/schedules/" + schedule + "/review");
            visit(admin, screen, "timetable", "/admin/schedules/" + schedule + "/timetable");
            visit(admin, screen, "settings", "/admin/settings");
            visit(admin, screen, "admin-notice-settings", "/notices/settings");
            visit(admin, screen, "account", "/account");
            admin.context().close();
        }
    }

    private void visit(Page page, Screen screen, String name, String path) {
        assertThat(Objects.requireNonNull(page.navigate(url(path))).status())
                .as("%s on %s", path, screen.name())
                .isEqualTo(200);
        look(page, "published-" + name + "-" + screen.name());
    }
}
