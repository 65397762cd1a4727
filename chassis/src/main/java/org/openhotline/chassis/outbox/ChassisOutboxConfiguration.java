// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.openhotline.chassis.Service;
import org.openhotline.chassis.broker.BrokerTopics;
import org.openhotline.chassis.broker.StreamPublisher;
import org.openhotline.chassis.cloudevents.TraceContext;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.id.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The aggregate stores and their relay. */
@AutoConfiguration
public class ChassisOutboxConfiguration {
    /** While a lost store is rebuilt nothing happens by itself: no look-up, no mail, no clock that runs out. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!" + Service.REBUILD)
    @EnableScheduling
    static class AtWork {}

    /** A write is acknowledged by the majority's journal, or it is not acknowledged. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Bean
    RelayQueue relayQueue() {
        return new RelayQueue();
    }

    @Bean
    AggregateStores aggregateStores(
            MongoTemplate mongo,
            Ids ids,
            TraceContext trace,
            RelayQueue queue,
            @Value("${spring.application.name}") String service) {
        return new AggregateStores(mongo, new EnvelopeFactory(service, ids, trace), queue);
    }

    @Bean
    PublishedEvents publishedEvents(MongoTemplate mongo, InstantSource clock) {
        return new PublishedEvents(mongo, clock);
    }

    @Bean
    OutboxRelay outboxRelay(
            MongoTemplate mongo,
            AggregateStores stores,
            StreamPublisher publisher,
            PublishedEvents published,
            BrokerTopics topics,
            RelayQueue queue,
            InstantSource clock,
            Environment environment) {
        return new OutboxRelay(
                mongo,
                stores,
                publisher::publish,
                published,
                new ShardLeases(mongo, clock),
                new BrokerChange(mongo, topics::clusterId),
                queue,
                !environment.matchesProfiles(Service.REBUILD));
    }

    /** What is younger than today's limit is kept: the clock of a rebuild shows the present until the first event. */
    @Bean
    @Profile(Service.REBUILD)
    RestoreAggregates restoreAggregates(
            AggregateStores stores,
            PublishedEvents published,
            OutboxRelay relay,
            CountryProfile country,
            InstantSource clock) {
        Instant keptSince = clock.instant().minus(country.retention().published());
        return new RestoreAggregates(stores, published, relay, keptSince);
    }

    @Bean
    MeterBinder outboxMetrics(OutboxRelay relay) {
        return registry -> {
            Gauge.builder("openhotline.outbox.pending", relay, OutboxRelay::pending)
                    .description("Aggregates with events still to publish")
                    .register(registry);
            FunctionCounter.builder("openhotline.outbox.published", relay, OutboxRelay::sent)
                    .description("Events acknowledged by the broker")
                    .register(registry);
        };
    }

    @Bean
    PublishedRetention publishedRetention(PublishedEvents published, CountryProfile country) {
        return new PublishedRetention(published, country.retention().published());
    }

    /** Forgets what the topics have forgotten too. */
    static final class PublishedRetention {
        private final PublishedEvents published;
        private final Duration kept;

        PublishedRetention(PublishedEvents published, Duration kept) {
            this.published = published;
            this.kept = kept;
        }

        @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
        void forget() {
            published.forgetOlderThan(kept);
        }
    }
}
