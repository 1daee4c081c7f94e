package org.horarium.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
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
    /** A phone. */
    static final Screen PHONE = new Screen("phone", 390, 844, ColorScheme.LIGHT, true);
    /** A phone in the dark. */
    static final Screen PHONE_DARK = new Screen("phone-dark", 390, 844, ColorScheme.DARK, true);

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private @Nullable HorariumProcess horarium;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        Chromium.find();
        horarium = HorariumProcess.start(folder);
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
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

    /** An address of the product. */
    final String url(String path) {
        return Objects.requireNonNull(horarium).url(path);
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
        return context.newPage();
    }

    /** A fresh session of a demo account. */
    Page openAs(String account, Screen screen) {
        Page page = open(screen);
        page.navigate(url("/login"));
        page.getByLabel("E-mail").fill(account + "@demo.horarium.org");
        page.getByLabel("Password").fill(HorariumProcess.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    /** Keeps a picture of the whole page. */
    static void picture(Page page, String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name + ".png"))
                .setFullPage(true));
    }
}
