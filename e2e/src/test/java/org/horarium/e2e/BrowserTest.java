package org.horarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One product and one browser for a test class, with pictures and sessions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
    /** A desktop screen. */
    static final Screen WIDE = new Screen("wide", 1280, 900, ColorScheme.LIGHT, false);
    /** The same in the dark. */
    static final Screen WIDE_DARK = new Screen("wide-dark", 1280, 900, ColorScheme.DARK, false);
    /** The narrowest screen that pages are made for. */
    static final Screen SMALL = new Screen("small", 320, 640, ColorScheme.LIGHT, true);
    /** A phone. */
    static final Screen PHONE = new Screen("phone", 390, 844, ColorScheme.LIGHT, true);
    /** A phone in the dark. */
    static final Screen PHONE_DARK = new Screen("phone-dark", 390, 844, ColorScheme.DARK, true);

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private @Nullable HorariumProcess horarium;

    /** Long enough for a machine that does much else; what is there is seen at once all the same. */
    private static final int PATIENCE_MS = 60_000;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        Chromium.find();
        horarium = HorariumProcess.start(folder, options());
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterAll
    void stopAll() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        if (horarium != null) {
            horarium.close();
        }
    }

    /** Options of {@code serve} for the product; none unless a test says so. */
    String[] options() {
        return new String[0];
    }

    /** An address of the product. */
    final String url(String path) {
        return Objects.requireNonNull(horarium).url(path);
    }

    /** The REST interface in the name of a demo account. */
    final ApiClient api(String account) throws IOException, InterruptedException {
        return ApiClient.logIn(Objects.requireNonNull(horarium), account);
    }

    /** A screen to look at pages on. */
    record Screen(String name, int width, int height, ColorScheme scheme, boolean touch) {}

    /** A fresh session on a screen; its only page. Console errors and refused resources fail the test that asks for them. */
    Page open(Screen screen) {
        BrowserContext context = Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setColorScheme(screen.scheme())
                        .setHasTouch(screen.touch())
                        .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    /** A fresh session in a browser that runs no scripts. */
    Page openWithoutScripts() {
        return Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE.width(), WIDE.height())
                        .setJavaScriptEnabled(false)
                        .setLocale("en-GB"))
                .newPage();
    }

    /** A fresh session of a demo account. */
    Page openAs(String account, Screen screen) {
        return logIn(open(screen), account + "@demo.horarium.org", HorariumProcess.PASSWORD);
    }

    /** A fresh session of the account that a start without the demo makes. */
    Page openAsFirstAdmin(Screen screen) {
        return logIn(
                open(screen),
                "admin@localhost",
                Objects.requireNonNull(horarium).printedPassword());
    }

    private Page logIn(Page page, String email, String password) {
        page.navigate(url("/login"));
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    /** Asks of a page that axe finds nothing serious and nothing sticks out sideways, and keeps a picture of it. */
    static void look(Page page, String name) {
        assertThat(Accessibility.seriousFaults(page)).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("%s: nothing sticks out of the screen sideways", name)
                .isLessThanOrEqualTo(0);
        picture(page, name);
    }

    /** What the browser logs as an error or refuses to load from now on. */
    static List<String> complaintsOf(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return complaints;
    }

    /**
     * On the page of a job: waits until its timetable is ready and opens it. Whether a dialog tells of the end depends on
     * whether the page was there to see it; so the link is followed and not clicked.
     */
    static void openTimetable(Page page, double timeoutMs) {
        Locator view = page.locator(".outcome-actions a:has(.bi-calendar3-week)");
        view.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED)
                .setTimeout(timeoutMs));
        page.navigate((String) view.evaluate("link => link.href"));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Keeps a picture of the whole page. */
    static void picture(Page page, String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name + ".png"))
                .setFullPage(true));
    }
}
