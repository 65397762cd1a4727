// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.mongo;

import java.time.InstantSource;
import org.openhotline.needs.figures.ComputeFigures;
import org.openhotline.needs.figures.Facts;
import org.openhotline.needs.figures.LearnFromEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class FactsConfiguration {
    @Bean
    Facts facts(MongoTemplate mongo) {
        return new MongoFacts(mongo);
    }

    @Bean
    LearnFromEvent learnFromEvent(Facts facts) {
        return new LearnFromEvent(facts);
    }

    @Bean
    ComputeFigures computeFigures(Facts facts, InstantSource clock) {
        return new ComputeFigures(facts, clock);
    }
}
