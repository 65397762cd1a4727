// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.integrity.ReadIntegrity;
import org.openhotline.audit.log.KeepTheLog;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.Parking;
import org.openhotline.audit.soundness.TellSoundness;
import org.openhotline.audit.soundness.Verification;
import org.openhotline.audit.soundness.VerifyLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SoundnessConfiguration {
    private static final String DIRECTORY = "${openhotline.audit.directory}";

    @Bean
    VerifyLog verifyLog(@Value(DIRECTORY) Path folder, Log log, InstantSource clock) {
        return new VerifyLog(folder, log.key().text(), clock);
    }

    @Bean
    VerificationClock verificationClock(
            VerifyLog verifying, @Value("${openhotline.audit.verify-pause:PT1H}") Duration pause) {
        return new VerificationClock(verifying, pause);
    }

    @Bean
    TellSoundness tellSoundness(
            Log log,
            ReadEntries entries,
            ReadEvent events,
            Parking parking,
            VerifyLog verifying,
            ReadIntegrity outside,
            KeepTheLog keep) {
        return new TellSoundness(log, entries, events, parking, verifying, outside, keep::damage);
    }

    @Bean
    HealthIndicator verificationHealth(VerifyLog verifying) {
        return () -> verifying
                .last()
                .map(SoundnessConfiguration::health)
                .orElse(Health.up())
                .build();
    }

    @Bean
    MeterBinder verificationMetrics(VerifyLog verifying, InstantSource clock) {
        return registry -> {
            Gauge.builder("openhotline.audit.verification.broken", verifying, SoundnessConfiguration::broken)
                    .description("1 where the last check of the whole log found something wrong, 0 where it did not")
                    .register(registry);
            TimeGauge.builder(
                            "openhotline.audit.verification.age",
                            verifying,
                            TimeUnit.SECONDS,
                            v -> v.last()
                                    .map(last -> (double) Duration.between(last.at(), clock.instant())
                                            .toSeconds())
                                    .orElse(Double.NaN))
                    .description("Since the last check of the whole log began")
                    .register(registry);
        };
    }

    private static Health.Builder health(Verification last) {
        return (last.isBroken() ? Health.down() : Health.up())
                .withDetail("verified", last.at().toString())
                .withDetail("found", last.sentence());
    }

    private static double broken(VerifyLog verifying) {
        return verifying.last().map(last -> last.isBroken() ? 1.0 : 0.0).orElse(Double.NaN);
    }
}
