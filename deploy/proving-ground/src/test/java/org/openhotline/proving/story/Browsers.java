// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.story;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium of the system, one context per person. */
final class Browsers implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final double PATIENCE_MILLIS = 30_000;
    private static final int SCREEN_WIDTH = 1100;
    private static final int SCREEN_HEIGHT = 800;
    private static final int MARGIN = 16;

    private final Playwright playwright;
    private final Browser browser;
    private final Path pictures;

    Browsers(Path pictures) {
        this.pictures = pictures;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PLACES.stream()
                                .filter(Files::exists)
                                .findFirst()
                                .orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static boolean isThere() {
        return PLACES.stream().anyMatch(Files::exists);
    }

    Page person() {
        return page(true);
    }

    /** The public pages need no script; the reporter has switched it off. */
    Page withoutScript() {
        return page(false);
    }

    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** The page as far as a screen shows it, beginning with {@code top}. */
    void screen(Page page, String top, String name) {
        double begin = page.locator(top).first().boundingBox().y;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name + ".png"))
                .setFullPage(true)
                .setClip(0, Math.max(0, begin - MARGIN), SCREEN_WIDTH, SCREEN_HEIGHT));
    }

    /** What axe finds wrong with the page, each with the places where. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Browsers::text).toList();
    }

    private static String text(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(n -> String.valueOf(n.getTarget()))
                        .toList();
    }

    private Page page(boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setLocale("en-GB")
                .setViewportSize(SCREEN_WIDTH, SCREEN_HEIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
