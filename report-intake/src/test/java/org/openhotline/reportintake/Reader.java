// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chromium of the system, where there is one. */
final class Reader implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(
                            PLACES.stream().filter(Files::exists).findFirst().orElseThrow())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    private final List<String> elsewhere = new ArrayList<>();
    private final String origin;

    Reader(String origin) {
        this.origin = origin;
    }

    static boolean isThere() {
        return PLACES.stream().anyMatch(Files::exists);
    }

    /** A new person with nothing remembered. @param width of the window in CSS pixels */
    Page page(boolean script, int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setLocale("en-GB")
                .setViewportSize(width, 800));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(origin)) {
                elsewhere.add(request.url());
            }
        });
        return page;
    }

    /** Everything that any page asked of anybody but us. */
    List<String> requestsElsewhere() {
        return List.copyOf(elsewhere);
    }

    /** What axe finds wrong, each with the places where. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true) // no frames here, so no second page has to be opened for each look
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(n -> String.valueOf(n.getTarget()))
                                        .toList())
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
