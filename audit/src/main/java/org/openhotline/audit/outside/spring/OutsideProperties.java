// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.spring;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where checkpoints go, and what the log is compared with.
 *
 * @param period least time between two sendings to one place
 * @param mailTo mailboxes, through {@code spring.mail}
 * @param http addresses
 * @param checkAtStart file or address with the newest checkpoint outside; nothing is signed before the comparison
 * @param checkToken file with a bearer token for that address
 */
@ConfigurationProperties("openhotline.audit.outside")
record OutsideProperties(
        @DefaultValue("1h") Duration period,
        @DefaultValue List<String> mailTo,
        @DefaultValue List<Entry> http,
        Optional<String> checkAtStart,
        Optional<String> checkToken) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Set<String> TAKEN = Set.of("mail", "timestamps");

    OutsideProperties {
        Set<String> names = new HashSet<>(TAKEN);
        for (Entry entry : http) {
            if (!NAME.matcher(entry.name()).matches() || !names.add(entry.name())) {
                throw new IllegalArgumentException("openhotline.audit.outside.http: the name \"" + entry.name()
                        + "\" is taken, or has something else than lower-case letters, digits and hyphens");
            }
            if (!Set.of("PUT", "POST").contains(entry.method())) {
                throw new IllegalArgumentException(
                        "openhotline.audit.outside.http: the method of " + entry.name() + " is PUT or POST");
            }
            URI.create(entry.url().replace("{size}", "0"));
        }
    }

    /**
     * One address.
     *
     * @param name lower-case letters, digits and hyphens
     * @param url may hold {@code {size}}
     * @param token file with a bearer token
     */
    record Entry(
            String name, String url, @DefaultValue("PUT") String method, Optional<String> token) {}
}
