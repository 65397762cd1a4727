// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.openhotline.chassis.test.SystemBrowser;

/** Chromium of the system, where there is one. */
final class Reader implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 20_000;

    private final SystemBrowser system = SystemBrowser.start();
    private final List<String> elsewhere = new ArrayList<>();
    private final String origin;

    Reader(String origin) {
        this.origin = origin;
    }

    /** A new person with nothing remembered. @param width of the window in CSS pixels */
    Page page(boolean script, int width) {
        BrowserContext context = system.browser()
                .newContext(new Browser.NewContextOptions()
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
        system.close();
    }
}
