// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, for tests of pages: the one that {@code -Dbrowser=PATH} names, or one in a usual place. */
public final class SystemBrowser implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private SystemBrowser(Path executable) {
        // nothing is fetched from anywhere
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    public static boolean isThere() {
        return executable().isPresent();
    }

    /** @throws java.util.NoSuchElementException where there is none */
    public static SystemBrowser start() {
        return new SystemBrowser(executable().orElseThrow());
    }

    public Browser browser() {
        return browser;
    }

    private static Optional<Path> executable() {
        return Stream.concat(Optional.ofNullable(System.getProperty("browser")).stream(), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
