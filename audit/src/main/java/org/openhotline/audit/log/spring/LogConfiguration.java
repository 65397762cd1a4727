// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.log.AppenderLease;
import org.openhotline.audit.log.KeepTheLog;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogIdentity;
import org.openhotline.audit.log.LogState;
import org.openhotline.audit.log.TellOfTheLog;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.note.SignerKeyFile;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.country.CountryProfile;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LogConfiguration {
    @Bean
    LogIdentity logIdentity(CountryProfile country) {
        return LogIdentity.ofDomain(country.hotline().domain());
    }

    /** A key is made only for a log that has not begun: a log whose key is lost must not go on under another. */
    @Bean
    SignerKey signerKey(AuditProperties properties, LogIdentity identity) throws IOException {
        return Files.exists(properties.directory().resolve("checkpoint"))
                ? SignerKeyFile.read(properties.key(), identity.origin())
                : SignerKeyFile.createIfAbsent(properties.key(), identity.origin());
    }

    @Bean
    Log log(AuditProperties properties, SignerKey key) {
        return new Log(properties.directory(), key.verifier());
    }

    @Bean
    TellOfTheLog tellOfTheLog(
            LogIdentity identity,
            Aggregates<LogState> states,
            Log log,
            InstantSource clock,
            AuditProperties properties) {
        return new TellOfTheLog(identity, states, log, clock, properties.publishPause());
    }

    @Bean
    KeepTheLog keepTheLog(
            AuditProperties properties, SignerKey key, Entries entries, AppenderLease lease, TellOfTheLog tell) {
        return new KeepTheLog(properties.directory(), key, entries, lease, tell, properties.batch());
    }

    @Bean
    HealthIndicator logHealth(KeepTheLog keep) {
        return () -> keep.damage()
                .map(damage -> Health.down().withDetail("log", damage.what()).build())
                .orElse(Health.up().build());
    }

    @Bean
    MeterBinder logMetrics(Log log) {
        return registry -> Gauge.builder("openhotline.audit.entries", log, LogConfiguration::size)
                .description("Entries under the last signed checkpoint")
                .register(registry);
    }

    private static double size(Log log) {
        try {
            return log.head().map(Log.Head::size).orElse(0L);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
