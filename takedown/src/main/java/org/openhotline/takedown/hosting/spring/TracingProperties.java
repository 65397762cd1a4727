// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hosting.spring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openhotline.locating.trace.TracingSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where names and networks are looked up; nothing given means public networks and IANA's bootstrap.
 *
 * @param dnsServer {@code host:port}
 * @param rdapBootstrap folder or base URL
 * @param allowedNetworks in CIDR form, for a demo or a test
 * @param timeout for one look-up
 */
@ConfigurationProperties("openhotline.tracing")
record TracingProperties(
        Optional<String> dnsServer,
        Optional<String> rdapBootstrap,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("5s") Duration timeout) {

    TracingSettings settings() {
        return new TracingSettings(dnsServer, rdapBootstrap, allowedNetworks, timeout);
    }
}
