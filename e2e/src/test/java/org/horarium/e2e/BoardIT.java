package org.horarium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The board by finger, with two weeks side by side, without a network, against others; disruptions and regeneration. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardIT extends BrowserTest {
    private static final int LONG_JOB_MS = 180_000;
    private static final Screen TABLET = new Screen("tablet", 1280, 900, ColorScheme.LIGHT, true);
    private static final String CARD = ".board-panes > section:first-child table.week .event[data-activity]";
    private static final String MAY_DROP = ".board-slot.look-better, .board-slot.look-even, .board-slot.look-worse";

    /** The address of the draft that was generated, whatever is made of it later. */
    private String board = "";

    /** Opens the board of a fresh session. */
    private Page boardOn(Screen screen, String query) {
        Page page = openAs("hod", screen);
        page.navigate(board + query);
        return page;
    }

    /** The address of another page of the same schedule. */
    private String beside(String page) {
        return board.replaceFirst("/board.*", page);
    }

    private static Locator history(Page page) {
        return page.locator(".board-history li:not(.board-undone)");
    }

    /** Picks up one activity after the other by keyboard until one could go somewhere else; returns which. */
    private static int pickUpSomethingMovable(Page page) {
        return pickUpWhatHas(page, MAY_DROP);
    }

    /** Picks up one activity after the other by keyboard until a slot looks as wanted; returns which. */
    private static int pickUpWhatHas(Page page, String slot) {
        // the script is at work once cards can be picked up
        assertThat(page.locator(CARD + "[role=button]")).not().hasCount(0);
        int cards = page.locator(CARD).count();
        for (int i = 0; i < cards; i++) {
            page.locator(CARD).nth(i).focus();
            page.keyboard().press("Enter");
            page.locator(".board-slot").first().waitFor();
            if (page.locator(slot).count() > 0) {
                return i;
            }
            page.keyboard().press("Escape");
            assertThat(page.locator(".board-slot")).hasCount(0);
        }
        throw new AssertionError("Nothing on the board can be picked up that has a slot like " + slot + ".");
    }

    /** Drops what is picked up on the first slot that may be had. */
    private static void drop(Page page) {
        page.locator(MAY_DROP).first().focus();
        page.keyboard().press("Enter");
    }

    /** Where something is once it is far from the edges, at which the page would scroll under the hand. */
    private static BoundingBox inTheMiddle(Locator thing) {
        thing.evaluate("it => it.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })");
        return thing.boundingBox();
    }

    private static double middleX(BoundingBox box) {
        return box.x + box.width / 2;
    }

    private static double middleY(BoundingBox box) {
        return box.y + Math.min(20, box.height / 2);
    }

    @Test
    @Order(1)
    void generate() {
        Page page = openAs("hod", WIDE);
        // a machine that does much else may need more time until everything has a place
        for (String budget : List.of("10", "60", "300")) {
            page.navigate(url("/admin/timetables/create"));
            page.locator("label[for=budget-" + budget + "]").click();
            button(page, "Generate timetable").click();
            page.waitForURL("**/admin/generation-jobs/*");
            Locator open = page.locator("a[href*='/timetable?revision=']").first();
            open.waitFor(new Locator.WaitForOptions().setTimeout(LONG_JOB_MS + 1000 * Integer.parseInt(budget)));
            board = url(String.valueOf(open.getAttribute("href")).replaceFirst("/timetable\\?", "/board?"));
            page.navigate(board);
            assertThat(page.locator(CARD)).not().hasCount(0);
            if (page.locator(".board-parked").count() == 0) {
                break;
            }
        }
        assertThat(page.locator(".board-parked")).hasCount(0);
        page.context().close();
    }

    @Test
    @Order(2)
    void byFingerARestLiftsAndASwipeScrolls() {
        Page page = boardOn(TABLET, "");
        int movable = pickUpSomethingMovable(page);
        page.keyboard().press("Escape");
        Locator card = page.locator(CARD).nth(movable);
        BoundingBox from = inTheMiddle(card);
        CDPSession finger = page.context().newCDPSession(page);

        touch(finger, "touchStart", middleX(from), middleY(from));
        touch(finger, "touchMove", middleX(from), middleY(from) - 40);
        touch(finger, "touchMove", middleX(from), middleY(from) - 80);
        touch(finger, "touchEnd", 0, 0);
        assertThat(page.locator(".board-lifted")).hasCount(0);

        restOn(card, finger);
        page.locator(MAY_DROP).first().waitFor();
        BoundingBox to = inTheMiddle(page.locator(MAY_DROP).first());
        touch(finger, "touchMove", middleX(to), middleY(to) - 15);
        touch(finger, "touchMove", middleX(to), middleY(to));
        assertThat(page.locator(".board-over")).hasCount(1);
        touch(finger, "touchEnd", 0, 0);
        assertThat(history(page)).hasCount(1);
        page.context().close();
    }

    /** Rests a finger on a card until it is lifted; again if the page was still rolling from the swipe. */
    private static void restOn(Locator card, CDPSession finger) {
        Locator lifted = card.page().locator(".board-lifted");
        for (int tries = 0; tries < 5; tries++) {
            BoundingBox at = inTheMiddle(card);
            touch(finger, "touchStart", middleX(at), middleY(at));
            try {
                lifted.first().waitFor(new Locator.WaitForOptions().setTimeout(8_000));
                return;
            } catch (TimeoutError e) {
                touch(finger, "touchEnd", 0, 0);
            }
        }
        throw new AssertionError("A finger that rests on a card does not lift it.");
    }

    private static void touch(CDPSession finger, String type, double x, double y) {
        JsonArray points = new JsonArray();
        if (!type.equals("touchEnd")) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    @Test
    @Order(3)
    void fromOneWeekIntoTheOtherBesideIt() {
        Page page = boardOn(new Screen("two", 1600, 1000, ColorScheme.LIGHT, false), "&by=group&by2=person");
        List<String> complaints = complaintsOf(page);
        int before = history(page).count();
        int movable = pickUpSomethingMovable(page);
        page.keyboard().press("Escape");
        BoundingBox from = inTheMiddle(page.locator(CARD).nth(movable));
        page.mouse().move(middleX(from), middleY(from));
        page.mouse().down();
        page.mouse().move(middleX(from) + 20, middleY(from) + 20);
        Locator target = page.locator(".board-panes > section:nth-child(2)")
                .locator(MAY_DROP)
                .first();
        target.waitFor();
        picture(page, "board-two");
        BoundingBox to = inTheMiddle(target);
        page.mouse().move(middleX(to), middleY(to));
        page.mouse().up();
        assertThat(history(page)).hasCount(before + 1);
        assertThat(page.locator(".board-two")).hasCount(1);
        look(page, "board-two-after");
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    @Order(4)
    void byKeyboardAloneAndTheSearchStays() {
        Page page = boardOn(WIDE, "&find=lecture");
        int before = history(page).count();
        pickUpSomethingMovable(page);
        assertThat(page.locator(".board-slot:focus")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".board-slot:focus")).hasCount(1);
        String moved =
                String.valueOf(page.locator(CARD + ".board-lifted").first().getAttribute("data-activity"));
        drop(page);
        assertThat(history(page)).hasCount(before + 1);
        assertThat(page.locator("#find")).hasValue("lecture");
        // whoever goes on by keyboard goes on from what was moved
        assertThat(page.locator(CARD + ":focus")).hasAttribute("data-activity", moved);
        page.keyboard().press("Control+z");
        assertThat(history(page)).hasCount(before);
        assertThat(page.locator("#find")).hasValue("lecture");
        page.context().close();
    }

    @Test
    @Order(5)
    void withoutANetworkAMoveWaitsVisiblyAndIsSentLater() {
        Page page = boardOn(WIDE, "");
        int before = history(page).count();
        pickUpSomethingMovable(page);
        page.context().setOffline(true);
        drop(page);
        assertThat(button(page, "Send again")).isVisible();
        assertThat(page.locator("[data-bar-text]")).containsText("Not saved yet");
        assertThat(page.locator("[data-offline]")).isVisible();
        picture(page, "board-offline");
        page.context().setOffline(false);
        assertThat(history(page)).hasCount(before + 1);
        assertThat(page.locator("[data-offline]")).isHidden();

        page.context().setOffline(true);
        assertThat(page.locator("[data-offline]")).isVisible();
        button(page, "Undo").click();
        assertThat(page.locator("#flash .alert-danger")).containsText("no connection");
        page.context().setOffline(false);
        assertThat(page.locator("[data-offline]")).isHidden();
        assertThat(history(page)).hasCount(before + 1);
        page.context().close();
    }

    @Test
    @Order(6)
    void aSlotThatBecameIllegalMeanwhileIsRefusedWithItsReason() {
        Page page = boardOn(WIDE, "");
        int before = history(page).count();
        // what the server said when the activity was picked up is not true any more when it is dropped
        page.route("**/choices?*", BoardIT::praiseTheIllegal);
        pickUpWhatHas(page, ".look-better");
        page.locator(".look-better").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#flash .alert-danger")).containsText("not possible any more");
        assertThat(history(page)).hasCount(before);
        page.context().close();
    }

    /** Only what is not possible looks better than what is. */
    private static void praiseTheIllegal(Route route) {
        APIResponse answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text()
                        .replace("\"look\":\"better\"", "\"look\":\"even\"")
                        .replace("\"look\":\"illegal\"", "\"look\":\"better\"")));
    }

    @Test
    @Order(7)
    void whoMayNotIsToldSo() {
        Page faculty = openAs("faculty", WIDE);
        assertThat(faculty.navigate(board).status()).isEqualTo(403);
        faculty.context().close();
    }

    @Test
    @Order(7)
    void whatIsTakenOffWaitsBesideTheWeekAndGoesBack() {
        Page page = boardOn(WIDE, "");
        int before = history(page).count();
        Locator parked = page.locator(".board-parked");
        int waiting = parked.count();
        int movable = pickUpSomethingMovable(page);
        page.keyboard().press("Escape");
        BoundingBox from = inTheMiddle(page.locator(CARD).nth(movable));
        page.mouse().move(middleX(from), middleY(from));
        page.mouse().down();
        page.mouse().move(middleX(from) + 20, middleY(from) + 20);
        page.locator(".board-slot").first().waitFor();
        BoundingBox to = inTheMiddle(page.locator("[data-parking]"));
        page.mouse().move(middleX(to), middleY(to));
        assertThat(page.locator("[data-parking].board-over")).hasCount(1);
        page.mouse().up();
        assertThat(parked).hasCount(waiting + 1);

        assertThat(page.locator(CARD + "[role=button]")).not().hasCount(0);
        parked.first().focus();
        page.keyboard().press("Enter");
        page.locator(MAY_DROP).first().waitFor();
        drop(page);
        assertThat(parked).hasCount(waiting);
        assertThat(history(page)).hasCount(before + 2);
        page.context().close();
    }

    @Test
    @Order(8)
    void aPartIsPlacedAnewAndSeenBeforeItIsDecidedOn() {
        Page page = boardOn(WIDE, "");
        int before = history(page).count();
        link(page, "Regenerate around the pins").click();
        look(page, "board-rows");
        page.locator("#scope").selectOption("SHOWN");
        page.locator("#few").selectOption("false");
        page.locator("#seconds").fill("3");
        button(page, "Place anew").click();
        page.waitForURL("**/board/regeneration/*");
        assertThat(page.locator(".board-moved strong"))
                .containsText("Moved", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_JOB_MS));
        look(page, "board-regenerated");
        if (button(page, "Make these moves").isVisible()) {
            button(page, "Make these moves").click();
            assertThat(history(page)).hasCount(before + 1);
            button(page, "Undo").click();
        } else {
            button(page, "Throw away").click();
        }
        assertThat(history(page)).hasCount(before);
        page.context().close();
    }

    @Test
    @Order(9)
    void somebodyIsAbsentAndAnotherStandsIn() {
        LocalDate monday = LocalDate.now().plusDays(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (Screen screen : List.of(WIDE, WIDE_DARK, PHONE)) {
            Page page = openAs("hod", screen);
            page.navigate(beside("/disruption"));
            page.locator("#subject")
                    .selectOption(String.valueOf(
                            page.locator("#subject option").nth(1).getAttribute("value")));
            page.locator("#first").fill(monday.toString());
            page.locator("#last").fill(monday.plusDays(4).toString());
            button(page, "See what it affects").click();
            assertThat(page.locator(".board-repair")).not().hasCount(0);
            look(page, "disruption-" + screen.name());
            if (screen == WIDE) {
                Locator best = page.locator(".board-repair").first();
                best.locator("input[name=reason]").fill("Ill");
                best.locator("button[value=false]").click();
                page.waitForURL("**/board?revision=*");
                assertThat(history(page)).hasCount(1);
                look(page, "board-of-a-repair");
            }
            page.context().close();
        }
    }

    @Test
    @Order(10)
    void whatSomebodyElseChangesIsSeenAtOnceAndNotOverwritten() {
        Page page = boardOn(WIDE, "");
        Page other = boardOn(WIDE, "");
        int before = history(other).count();
        page.evaluate("window.untouched = true");
        pickUpSomethingMovable(other);
        drop(other);
        assertThat(history(other)).hasCount(before + 1);
        assertThat(history(page)).hasCount(before + 1);
        assertThat((Boolean) page.evaluate("window.untouched === true"))
                .as("the page was not loaded anew")
                .isTrue();

        // whoever has something in their hands is told, and a drop is refused
        pickUpSomethingMovable(page);
        pickUpSomethingMovable(other);
        drop(other);
        assertThat(history(other)).hasCount(before + 2);
        assertThat(page.locator("[data-stale]")).isVisible();
        drop(page);
        assertThat(page.locator(".board-slot")).hasCount(0);
        assertThat(page.locator("[data-stale]")).isVisible();
        assertThat(history(page)).hasCount(before + 1);
        link(page, "Look again").click();
        assertThat(history(page)).hasCount(before + 2);
        other.context().close();
        page.context().close();
    }

    /** Two have something picked up while a third submits: one is told by the page, the other by the answer to the drop. */
    @Test
    @Order(11)
    void whatWasSubmittedMeanwhileIsSaidAndCanNotBeChanged() throws IOException, InterruptedException {
        Page looks = boardOn(WIDE, "");
        Page drops = boardOn(WIDE, "");
        pickUpSomethingMovable(looks);
        hearNothingBeforeADrop(drops);
        pickUpSomethingMovable(drops);
        String workflow =
                String.valueOf(looks.locator("#board").getAttribute("data-api")).replaceFirst("/board$", "");
        api("hod").post(workflow + "/submit_for_review/", Map.of());

        isToldOfTheEnd(looks);
        drop(drops);
        isToldOfTheEnd(drops);
        picture(drops, "board-submitted");
        for (Page page : List.of(looks, drops)) {
            page.reload();
            assertThat(page.locator("[data-frozen]")).containsText("submitted it for review on");
            assertThat(page.locator("#board[data-editable]")).hasCount(0);
            page.context().close();
        }
    }

    /** Lets a page believe that its version is the newest until it sends a move. */
    private static void hearNothingBeforeADrop(Page page) {
        AtomicBoolean dropped = new AtomicBoolean();
        String version = String.valueOf(page.locator("#board").getAttribute("data-version"));
        page.route("**/board/moves", route -> {
            dropped.set(true);
            route.resume();
        });
        page.route("**/board/version", route -> {
            if (dropped.get()) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"version\":" + version + ",\"status\":\"draft\",\"open\":true}"));
            }
        });
    }

    private static void isToldOfTheEnd(Page page) {
        assertThat(page.locator("[data-frozen]")).containsText("submitted it for review on");
        assertThat(page.locator("#flash .alert-danger")).containsText("was not moved");
        assertThat(page.locator("#board[data-editable]")).hasCount(0);
        assertThat(page.locator(".board-slot, " + CARD + "[role=button]")).hasCount(0);
        assertThat(button(page, "Edit a copy")).isVisible();
    }

    /**
     * Measures how long the browser takes for each frame while a week with 400 cards is scrolled, and writes it down for
     * {@code docs/benchmarks.md}. A figure, not a condition: how fast a machine is tells nothing about the program.
     */
    @Test
    @Order(12)
    void framesWhileFourHundredCardsAreScrolled() throws IOException {
        Page page = boardOn(WIDE, "");
        Object measured = page.evaluate("""
                async () => {
                  const sheet = document.querySelector(".board-sheet");
                  const body = sheet.querySelector("table.week tbody");
                  const rows = [...body.children];
                  const cards = () => sheet.querySelectorAll("table.week .event").length;
                  while (cards() < 400) for (const row of rows) body.append(row.cloneNode(true));
                  const frames = [];
                  let last = await new Promise(requestAnimationFrame);
                  for (let i = 0; i < 240; i++) {
                    sheet.scrollTop += 40;
                    scrollBy(0, 8);
                    const now = await new Promise(requestAnimationFrame);
                    frames.push(now - last);
                    last = now;
                  }
                  frames.sort((a, b) => a - b);
                  const at = (share) => frames[Math.floor(frames.length * share)].toFixed(1);
                  return [cards(), frames.length, at(0.5), at(0.95), frames.at(-1).toFixed(1)];
                }""");
        List<?> figures = (List<?>) measured;
        assertThat(((Number) figures.get(0)).intValue()).isGreaterThanOrEqualTo(400);
        Files.writeString(
                Path.of("target", "board-frames.md"),
                "%s cards, %s frames: median %s ms, 95th percentile %s ms, longest %s ms%n"
                        .formatted(figures.toArray()));
        page.context().close();
    }
}
