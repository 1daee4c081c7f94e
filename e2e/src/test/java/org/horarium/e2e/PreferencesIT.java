package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A personal link, from the planner who copies it to the receipt and the end of the round. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreferencesIT extends BrowserTest {
    private String tab = "";
    private String link = "";

    @Test
    @Order(1)
    void thePlannerOpensTheRoundAndCopiesALink() {
        Page page = openAs("hod", WIDE);
        page.navigate(url("/admin/schedules/new"));
        page.locator("input[name=departments]").first().check();
        button(page, "Create the schedule").click();
        page.waitForURL("**/admin/schedules/*-*");
        tab = page.url() + "/personnel";
        page.navigate(tab);
        button(page, "Open the round").click();
        assertThat(page.getByText("The round is open until the deadline.")).isVisible();

        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        button(page, "Copy preference link").first().click();
        assertThat(page.locator("#flash")).containsText("is copied");
        link = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(link).contains("/preferences/").contains("token=");
        picture(page, "personnel-wide");
        page.context().close();
    }

    @Test
    @Order(2)
    void rankByKeyboardSubmitAndGetTheReceipt() {
        Page page = enter(WIDE);
        List<String> complaints = complaintsOf(page);
        Locator live = page.locator("#ranking-live");
        String first = page.locator(".bucket-unranked .item-name").nth(0).textContent();
        String second = page.locator(".bucket-unranked .item-name").nth(1).textContent();

        // lift, move into the first group, drop
        page.locator(".bucket-unranked .grip").first().focus();
        keys(page, "Space");
        assertThat(page.locator(".item-lifted")).hasCount(1);
        keys(page, "ArrowRight", "Space");
        assertThat(live).hasText(first + " dropped. Place 1 of 1 in Strongly prefer.");
        page.locator(".bucket-unranked .grip").first().focus();
        keys(page, "Space", "ArrowRight", "ArrowDown", "Space");
        assertThat(live).hasText(second + " dropped. Place 2 of 2 in Strongly prefer.");

        // Escape puts it back
        page.locator(".bucket-strongly_prefer .grip").nth(1).focus();
        keys(page, "Space", "ArrowUp", "Escape");
        assertThat(page.locator(".bucket-strongly_prefer .item-name")).hasText(new String[] {first, second});

        assertThat(page.locator("#saved")).containsText("Draft saved");
        page.reload();
        assertThat(page.locator(".bucket-strongly_prefer .item-name")).hasText(new String[] {first, second});
        picture(page, "preferences-wide");
        button(page, "Submit").last().click();
        page.waitForURL("**/receipt");
        assertThat(page.locator(".receipt-list").first()).containsText(first);
        picture(page, "receipt-wide");
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    private static void keys(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    @Test
    @Order(3)
    void rankByDraggingAndByNumber() {
        Page page = enter(WIDE);
        String dragged = page.locator(".bucket-unranked .item-name").first().textContent();
        var from = page.locator(".bucket-unranked .grip").first().boundingBox();
        var to = page.locator(".bucket-prefer .bucket-list").boundingBox();
        page.mouse().move(from.x + 8, from.y + 12);
        page.mouse().down();
        page.mouse().move(from.x + 30, from.y + 30, new Mouse.MoveOptions().setSteps(6));
        page.mouse().move(to.x + 60, to.y + 20, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
        assertThat(page.locator(".bucket-prefer .item-name")).hasText(new String[] {dragged});

        String last = page.locator(".bucket-strongly_prefer .item-name").last().textContent();
        page.locator(".bucket-strongly_prefer .place").last().fill("1");
        page.locator(".bucket-strongly_prefer .place").last().press("Tab");
        assertThat(page.locator(".bucket-strongly_prefer .item-name").first()).hasText(last);
        assertThat(page.getByText("Until you submit again, that submission counts."))
                .isVisible();
        page.context().close();
    }

    @Test
    @Order(4)
    void rankByFinger() {
        Page page = enter(PHONE);
        Locator strongly = page.locator(".bucket-strongly_prefer .item-name");
        String first = strongly.nth(0).textContent();
        String second = strongly.nth(1).textContent();
        page.locator(".bucket-strongly_prefer").scrollIntoViewIfNeeded();
        Finger.drag(
                page,
                page.locator(".bucket-strongly_prefer .grip").nth(0),
                page.locator(".bucket-strongly_prefer .item").nth(1),
                page.locator(".bucket-strongly_prefer .item-tools").nth(1));
        assertThat(strongly).hasText(new String[] {second, first});
        // the same without dragging
        page.locator(".bucket-strongly_prefer [data-move=up]").nth(1).tap();
        assertThat(strongly).hasText(new String[] {first, second});
        assertThat(page.locator("#saved")).containsText("Draft saved");
        page.context().close();
    }

    @Test
    @Order(5)
    void rankAndSubmitWithoutScripts() {
        Page page = openWithoutScripts();
        page.navigate(link);
        button(page, "Continue").click();
        assertThat(page.getByText("Choose a group for each activity and number them"))
                .isVisible();
        assertThat(page.locator(".grip").first()).isHidden();
        List<String> names = page.locator(".bucket-unranked .item-name").allTextContents();
        for (int i = 0; i < 2; i++) {
            Locator item = page.locator(".bucket-unranked .item").nth(i);
            item.locator("select").selectOption("RATHER_NOT");
            item.locator(".place").fill(Integer.toString(i + 1));
        }
        button(page, "Save the draft").last().click();
        assertThat(page.getByText("The draft is saved.")).isVisible();
        Locator ranked = page.locator(".bucket-rather_not .item-name");
        assertThat(ranked).hasText(new String[] {names.get(0), names.get(1)});
        page.locator(".bucket-rather_not [data-move=down]").first().click();
        assertThat(ranked).hasText(new String[] {names.get(1), names.get(0)});
        page.locator(".cell:not(.cell-known)").first().click();
        button(page, "Submit").last().click();
        assertThat(page.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your preferences were received")))
                .isVisible();
        assertThat(page.getByText("Submission no.").first()).isVisible();
        picture(page, "receipt-without-scripts");
        page.context().close();
    }

    @Test
    @Order(6)
    void everyPageIsAccessibleAndFitsOnASmallPhone() {
        for (Screen screen : List.of(WIDE, WIDE_DARK, PHONE, PHONE_DARK, SMALL)) {
            Page page = open(screen);
            page.navigate(link);
            look(page, "entrance-" + screen.name());
            button(page, "Continue").click();
            page.waitForURL("**/sheet");
            look(page, "preferences-" + screen.name());
            page.navigate(page.url().replace("/sheet", "/receipt"));
            look(page, "receipt-" + screen.name());
            page.context().close();
        }
    }

    @Test
    @Order(7)
    void afterTheEndOfTheRoundNothingCanBeChanged() {
        Page late = enter(PHONE);
        Page page = openAs("hod", WIDE);
        page.navigate(tab);
        button(page, "Close now").click();
        assertThat(page.getByText("The round is closed and the schedule locked."))
                .isVisible();

        // the page that was open meanwhile
        late.locator("#comment").fill("too late");
        assertThat(late.locator("#saved")).containsText("This was not saved");
        late.reload();
        assertThat(late.locator("#comment")).isDisabled();
        assertThat(late.getByText("nothing can be changed any more")).isVisible();
        page.context().close();
        late.context().close();
    }

    private Page enter(Screen screen) {
        Page page = open(screen);
        page.navigate(link);
        button(page, "Continue").click();
        page.waitForURL("**/sheet");
        return page;
    }
}
