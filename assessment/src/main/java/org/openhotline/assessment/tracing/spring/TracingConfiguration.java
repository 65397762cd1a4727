// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.tracing.spring;

import java.time.InstantSource;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.tracing.HostDetailsText;
import org.openhotline.assessment.tracing.TraceItem;
import org.openhotline.assessment.tracing.json.HostDetailsJson;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.locating.trace.HostTracing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
class TracingConfiguration {
    @Bean
    HostTracing hostTracing(TracingProperties properties) {
        return HostTracing.using(properties.settings());
    }

    @Bean
    HostDetailsText hostDetailsText() {
        return new HostDetailsJson();
    }

    @Bean
    TraceItem traceItem(
            AssessedItems items,
            HostTracing tracing,
            Sealing sealing,
            Opening opening,
            HostDetailsText text,
            InstantSource clock) {
        return new TraceItem(items, tracing, sealing, opening, text, clock);
    }

    @Bean
    TraceWorker traceWorker(TraceItem tracing) {
        return new TraceWorker(tracing);
    }
}
