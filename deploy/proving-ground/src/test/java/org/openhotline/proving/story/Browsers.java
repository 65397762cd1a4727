// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.story;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.openhotline.chassis.test.SystemBrowser;

/** Chromium of the system, one context per person. */
final class Browsers implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final int SCREEN_WIDTH = 1100;
    private static final int SCREEN_HEIGHT = 800;
    private static final int MARGIN = 16;

    private final SystemBrowser system = SystemBrowser.start();
    private final Path pictures;

    Browsers(Path pictures) {
        this.pictures = pictures;
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
        BrowserContext context = system.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setLocale("en-GB")
                        .setViewportSize(SCREEN_WIDTH, SCREEN_HEIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    @Override
    public void close() {
        system.close();
    }
}
