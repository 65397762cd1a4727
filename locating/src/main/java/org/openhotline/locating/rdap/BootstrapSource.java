// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openhotline.locating.egress.Deadline;
import org.openhotline.locating.egress.GuardedHttp;
import org.openhotline.locating.egress.LookupFailed;
import org.openhotline.locating.url.WebAddress;

/**
 * Where the bootstrap files come from, and the copy that is kept for a day. When they cannot be read again, the old copy
 * stays in use: registries move rarely.
 */
public final class BootstrapSource {
    private static final Duration KEEP = Duration.ofDays(1);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private final FileReader files;
    private final Duration keep;
    private final Duration retry;
    private @Nullable Bootstrap current;
    private LookupFailed lastFailure = new LookupFailed("the bootstrap was not read yet");
    private Deadline fresh = Deadline.in(Duration.ZERO);

    BootstrapSource(FileReader files, Duration keep, Duration retry) {
        this.files = files;
        this.keep = keep;
        this.retry = retry;
    }

    interface FileReader {
        byte[] read(String name) throws LookupFailed;
    }

    /**
     * Reads from a folder or over HTTP, when first asked.
     *
     * @param folderOrUrl that holds {@code ipv4.json}, {@code ipv6.json} and {@code asn.json}
     */
    public static BootstrapSource at(String folderOrUrl, GuardedHttp http, Duration timeout) {
        if (folderOrUrl.matches("(?i)https?:.*")) {
            String base = folderOrUrl.endsWith("/") ? folderOrUrl : folderOrUrl + "/";
            if (WebAddress.parse(base).isEmpty()) {
                throw new IllegalArgumentException("the RDAP bootstrap must be a folder or an http or https address");
            }
            return new BootstrapSource(name -> fetch(http, base + name, timeout), KEEP, RETRY);
        }
        return new BootstrapSource(name -> read(Path.of(folderOrUrl, name)), KEEP, RETRY);
    }

    /** A failure is remembered for some seconds, so that a dead source does not hold up every trace for its whole time. */
    synchronized Bootstrap get() throws LookupFailed {
        if (fresh.isOver()) {
            try {
                current = Bootstrap.read(files.read("ipv4.json"), files.read("ipv6.json"), files.read("asn.json"));
                fresh = Deadline.in(keep);
            } catch (LookupFailed e) {
                lastFailure = e;
                fresh = Deadline.in(retry);
            }
        }
        Bootstrap known = current;
        if (known == null) {
            throw lastFailure;
        }
        return known;
    }

    private static byte[] fetch(GuardedHttp http, String url, Duration timeout) throws LookupFailed {
        WebAddress address = WebAddress.parse(url).orElseThrow(() -> new LookupFailed("no bootstrap address"));
        return http.get(address, "application/json", MAX_BYTES, timeout)
                .orElseThrow(() -> new LookupFailed("there is no bootstrap file"));
    }

    private static byte[] read(Path file) throws LookupFailed {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LookupFailed("the bootstrap file cannot be read");
        }
    }
}
