// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment;

import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.locating.trace.HostTracing;
import org.openhotline.locating.trace.TracedHost;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Answers as tracing would, from the path of the address. */
@TestConfiguration(proxyBeanMethods = false)
public class DemoHosts {
    static final String UNTRACEABLE = "/nobody-answers";

    @Bean
    @Primary
    HostTracing demoHosts() {
        return DemoHosts::trace;
    }

    private static TracedHost trace(LocatorKind kind, String address) {
        if (address.contains(UNTRACEABLE)) {
            return new TracedHost(TraceOutcome.FAILED, Optional.empty(), Optional.empty(), Optional.empty());
        }
        HostDetails details = new HostDetails(
                "shop.example",
                List.of("192.0.2.7"),
                Optional.of("Example Net"),
                Optional.of("abuse@net.example"),
                List.of("RDAP: 192.0.2.0/24 is EXAMPLE-NET"));
        return new TracedHost(TraceOutcome.TRACED, Optional.of("XX"), Optional.of(64496L), Optional.of(details));
    }
}
