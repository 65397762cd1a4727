// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood.spring;

import java.time.Duration;
import java.time.InstantSource;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.flood.FloodGate;
import org.openhotline.reportintake.flood.FloodRules;
import org.openhotline.reportintake.flood.FloodRules.Rate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The measures, each of which an operator may set; report-intake.yaml says what they are without that. */
@Configuration(proxyBeanMethods = false)
class FloodConfiguration {
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int MOST_SPENT = 100_000;

    @Bean
    FloodGate floodGate(
            @Value("${openhotline.flood.least-age}") Duration leastAge,
            @Value("${openhotline.flood.longest-wait}") Duration longestWait,
            @Value("${openhotline.flood.calm}") double calm,
            @Value("${openhotline.flood.worked}") double worked,
            @Value("${openhotline.flood.waited}") double waited,
            @Value("${openhotline.flood.calls}") double calls,
            @Value("${openhotline.flood.partner-calls}") double partnerCalls,
            BlindIndex index,
            InstantSource clock) {
        FloodRules rules = new FloodRules(
                leastAge,
                LIFETIME,
                MOST_SPENT,
                rate(calm, 20),
                rate(worked, 2),
                rate(waited, 2),
                longestWait,
                rate(calls, 5),
                rate(partnerCalls, 5));
        return new FloodGate(rules, index, clock);
    }

    /** @param seconds of quiet that can be caught up with at once */
    private static Rate rate(double perSecond, int seconds) {
        return new Rate(perSecond, Math.max(1, (int) (perSecond * seconds)));
    }
}
