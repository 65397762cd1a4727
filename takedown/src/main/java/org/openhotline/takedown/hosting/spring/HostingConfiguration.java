// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hosting.spring;

import java.time.InstantSource;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.locating.trace.HostTracing;
import org.openhotline.takedown.hosting.HostDetailsText;
import org.openhotline.takedown.hosting.LocateAgain;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
class HostingConfiguration {
    @Bean
    HostTracing hostTracing(TracingProperties properties) {
        return HostTracing.using(properties.settings());
    }

    @Bean
    LocateAgain locateAgain(
            HostTracing tracing, Opening opening, Sealing sealing, HostDetailsText text, InstantSource clock) {
        return new LocateAgain(tracing, opening, sealing, text, clock);
    }
}
