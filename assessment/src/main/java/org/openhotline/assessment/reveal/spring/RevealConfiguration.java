// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.reveal.spring;

import java.time.InstantSource;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.reveal.RevealItem;
import org.openhotline.assessment.tracing.HostDetailsText;
import org.openhotline.chassis.access.AddressReveal;
import org.openhotline.contracts.sealing.Opening;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevealConfiguration {
    @Bean
    RevealItem revealItem(
            AssessedItems items, AddressReveal reveal, Opening opening, HostDetailsText text, InstantSource clock) {
        return new RevealItem(items, reveal::reveal, opening, text, clock);
    }
}
