// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.openhotline.audit.entry.MakeEntry;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.log.AppenderLease;
import org.openhotline.audit.log.BeforeSigning;
import org.openhotline.audit.log.CompareWithBroker;
import org.openhotline.audit.log.EntryIndex;
import org.openhotline.audit.log.KeepTheLog;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogEntries;
import org.openhotline.audit.log.LogIdentity;
import org.openhotline.audit.log.LogKeys;
import org.openhotline.audit.log.LogState;
import org.openhotline.audit.log.OpenLog;
import org.openhotline.audit.log.Parking;
import org.openhotline.audit.log.TellOfTheLog;
import org.openhotline.audit.log.mvstore.MvEntryIndex;
import org.openhotline.audit.note.CheckpointSigner;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.chassis.inbox.Replay;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.country.CountryProfile;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration
class LogConfiguration {
    @Bean
    LogIdentity logIdentity(CountryProfile country) {
        return LogIdentity.ofDomain(country.hotline().domain());
    }

    @Bean
    LogKeys logKeys(AuditProperties properties, LogIdentity identity, InstantSource clock) {
        return new LogKeys(properties.directory(), properties.key(), identity.origin(), clock);
    }

    /** What signs anything but checkpoints. */
    @Bean
    SignerKey signerKey(LogKeys keys) throws IOException {
        return keys.first();
    }

    @Bean
    @Primary
    CheckpointSigner checkpointSigner(LogKeys keys, AuditProperties properties) throws IOException {
        return properties.mlDsa() ? keys.both() : keys.first();
    }

    @Bean
    EntryIndex entryIndex(AuditProperties properties) {
        return MvEntryIndex.open(properties.directory().resolve("index"));
    }

    @Bean
    OpenLog openLog(AuditProperties properties, CheckpointSigner key, EntryIndex index, ReadEvent events) {
        return new OpenLog(properties.directory(), key, index, events, new MakeEntry(new SecureRandom()));
    }

    @Bean
    Log log(OpenLog open) {
        return open.log();
    }

    @Bean
    LogEntries entries(OpenLog open) {
        return open.entries();
    }

    @Bean
    TellOfTheLog tellOfTheLog(
            LogIdentity identity, Aggregates<LogState> states, InstantSource clock, AuditProperties properties) {
        return new TellOfTheLog(identity, states, clock, properties.publishPause());
    }

    @Bean
    KeepTheLog keepTheLog(OpenLog open, AppenderLease lease, Parking parking, TellOfTheLog tell, BeforeSigning before) {
        return new KeepTheLog(open, lease, parking, tell, before);
    }

    @Bean
    CompareWithBroker compareWithBroker(LogEntries entries, Parking parking, TellOfTheLog tell) {
        return new CompareWithBroker(entries, parking, tell);
    }

    /** For {@code /actuator/parked}. */
    @Bean
    Replay replay(KeepTheLog keep) {
        return source -> {
            try {
                return keep.letThrough(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
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
