// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.integrity.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.openhotline.audit.integrity.Integrity;
import org.openhotline.audit.integrity.ReadIntegrity;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.outside.Mark;
import org.openhotline.audit.outside.Places;
import org.openhotline.audit.outside.Reach;
import org.openhotline.audit.witness.AskWitnesses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntegrityConfiguration {
    @Bean
    ReadIntegrity readIntegrity(Log log, AskWitnesses witnesses, Places places) {
        return new ReadIntegrity(log, witnesses, places.all());
    }

    /** For each witness and place: how much of the log it knows, since when, and whether it is in trouble. */
    @Bean
    MeterBinder integrityMetrics(ReadIntegrity read, InstantSource clock) {
        return registry -> {
            try {
                Integrity now = read.now();
                now.witnesses().forEach(reach -> bind(registry, "witness", reach.who(), read, clock));
                now.places().forEach(reach -> bind(registry, "place", reach.who(), read, clock));
            } catch (IOException e) {
                throw new IllegalStateException("the log's folder cannot be read", e);
            }
            Gauge.builder(
                            "openhotline.audit.contradicting.witnesses",
                            read,
                            figure(now -> now.contradicting().size()))
                    .description("Witnesses that say that the log is not what it was; look at once")
                    .register(registry);
        };
    }

    private static void bind(MeterRegistry registry, String kind, String who, ReadIntegrity read, InstantSource clock) {
        Function<Integrity, Reach> find = now -> Stream.of(now.witnesses(), now.places())
                .flatMap(List::stream)
                .filter(reach -> reach.who().equals(who))
                .findFirst()
                .orElseThrow();
        Gauge.builder(
                        "openhotline.audit.outside.entries",
                        read,
                        figure(now -> find.apply(now).last().map(Mark::size).orElse(0L)))
                .description("Entries under the last checkpoint that is known outside")
                .tag("kind", kind)
                .tag("who", who)
                .register(registry);
        Gauge.builder(
                        "openhotline.audit.outside.age",
                        read,
                        figure(now -> find.apply(now)
                                .last()
                                .map(mark -> (double) Duration.between(mark.at(), clock.instant())
                                        .toSeconds())
                                .orElse(Double.NaN)))
                .description("Since a checkpoint became known outside")
                .baseUnit("seconds")
                .tag("kind", kind)
                .tag("who", who)
                .register(registry);
        Gauge.builder(
                        "openhotline.audit.outside.trouble",
                        read,
                        figure(now -> find.apply(now).trouble().isPresent() ? 1 : 0))
                .description("1 while it does not go on")
                .tag("kind", kind)
                .tag("who", who)
                .register(registry);
    }

    private static ToDoubleFunction<ReadIntegrity> figure(ToDoubleFunction<Integrity> of) {
        return read -> {
            try {
                return of.applyAsDouble(read.now());
            } catch (IOException e) {
                return Double.NaN;
            }
        };
    }
}
