package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A college that comes as files: a workbook into an empty product, then tables out, changed, and in again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollegeByFileIT extends BrowserTest {
    @Override
    String[] options() {
        return new String[] {"--no-demo"};
    }

    @Test
    @Order(1)
    void aWorkbookFillsAnEmptyCollegeUpToItsTimetable() {
        Page page = openAsFirstAdmin(WIDE);
        List<String> complaints = complaintsOf(page);
        page.navigate(url("/admin/data/college"));
        page.locator("#name").fill("Riverside College");
        button(page, "Save").click();

        link(page, "Import").first().click();
        look(page, "import-wide");
        Path workbook = page.waitForDownload(
                        () -> link(page, "Workbook with all kinds").click())
                .path();
        upload(page, workbook);
        assertThat(page.getByText("nothing is written yet")).isVisible();
        look(page, "import-preview-wide");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import 2"))
                .click();
        assertThat(page.locator("#flash")).containsText("Imported.");

        CollegePages.planTheFirstDepartment(page, "by-file");
        assertThat(complaints).as("what the browser complained of").isEmpty();
        page.context().close();
    }

    @Test
    @Order(2)
    void aTableGoesOutAndChangedInAgainAndCanBeUndone() throws IOException {
        Page page = openAsFirstAdmin(WIDE);
        page.navigate(url("/admin/data/rooms"));
        String rooms = Files.readString(
                page.waitForDownload(() -> link(page, "Export").click()).path());
        assertThat(rooms).contains("R1,Room 1").contains(",60,");

        upload(page, "rooms.csv", rooms);
        assertThat(page.getByText("Everything is there already, as it is in the file."))
                .isVisible();

        upload(page, "rooms.csv", rooms.replace(",60,", ",61,"));
        assertThat(page.locator("del")).hasText("60");
        assertThat(page.locator("ins")).hasText("61");
        button(page, "Import 1").click();
        assertThat(page.locator("#flash")).containsText("Imported.");
        button(page, "Undo").click();
        assertThat(page.locator("#flash")).containsText("Undone.");

        upload(page, "rooms.csv", rooms.replace("equipment", "things"));
        assertThat(page.locator("main")).containsText("rooms: nothing is taken from things.");

        upload(page, "rooms.csv", rooms.replace(",60,", ",many,"));
        Locator fault = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("many"));
        assertThat(fault).containsText("row 2");
        assertThat(fault).containsText("Seats");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import 1")))
                .hasCount(0);
        look(page, "import-conflicts-wide");
        String faults = Files.readString(
                page.waitForDownload(() -> link(page, "All conflicts as a file").click())
                        .path());
        assertThat(faults).contains("rooms,2,capacity").contains("many");
        page.context().close();
    }

    @Test
    @Order(3)
    void theImportIsAccessibleOnEveryScreen() {
        for (Screen screen : List.of(WIDE_DARK, PHONE, PHONE_DARK, SMALL)) {
            Page page = openAsFirstAdmin(screen);
            page.navigate(url("/admin/import"));
            look(page, "import-" + screen.name());
            upload(
                    page,
                    "rooms.csv",
                    "code,name,type,seats,colour\nR9,Room 9,lecture,40,red\nR10,Room 10,lecture,x,red\n");
            look(page, "import-preview-" + screen.name());
            page.context().close();
        }
    }

    private void upload(Page page, Path file) {
        page.navigate(url("/admin/import"));
        page.getByLabel("Files").setInputFiles(file);
        button(page, "Upload and look").click();
        page.waitForURL("**/admin/import/*-*");
    }

    private void upload(Page page, String name, String text) {
        page.navigate(url("/admin/import"));
        page.getByLabel("Files")
                .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        button(page, "Upload and look").click();
        page.waitForURL("**/admin/import/*-*");
    }
}
