// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.spring;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A time-stamping authority (RFC 3161).
 *
 * @param url of the authority; without it there are no time-stamps
 * @param trust file with the certificates (PEM) below which its own must have been issued
 * @param period least time between two stamps
 */
@ConfigurationProperties("openhotline.audit.timestamps")
record TimestampProperties(
        Optional<String> url,
        Optional<String> trust,
        @DefaultValue("1d") Duration period) {
    TimestampProperties {
        if (url.isPresent() && trust.isEmpty()) {
            throw new IllegalArgumentException(
                    "set openhotline.audit.timestamps.trust: the certificates of the time-stamping authority");
        }
    }
}
