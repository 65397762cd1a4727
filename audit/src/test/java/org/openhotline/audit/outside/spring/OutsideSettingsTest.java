// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.log.BeforeSigning;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogFixture;
import org.openhotline.audit.outside.CompareOutside;
import org.openhotline.audit.outside.Places;
import org.openhotline.audit.spring.RoundList;
import org.openhotline.audit.witness.CosignedCheckpoints;
import org.openhotline.audit.witness.ShownHeads;
import org.openhotline.chassis.country.CountryProfileReader;
import org.openhotline.contracts.country.CountryProfile;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class OutsideSettingsTest {
    @TempDir
    static Path folder;

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(OutsideConfiguration.class, Surroundings.class)
            .withPropertyValues("openhotline.audit.directory=" + folder);

    @Test
    void nothing_goes_out_unasked() {
        service.run(started -> {
            assertThat(started.getBean(Places.class).all()).isEmpty();
            assertThat(started.getBean(BeforeSigning.class)).isSameAs(BeforeSigning.NOTHING);
        });
    }

    @Test
    void each_place_that_is_named_gets_a_round_of_its_own() {
        service.withPropertyValues(
                        "spring.mail.host=mail.example",
                        "openhotline.audit.outside.mail-to=one@court.example,two@court.example",
                        "openhotline.audit.outside.http[0].name=store",
                        "openhotline.audit.outside.http[0].url=https://store.example/log/{size}",
                        "openhotline.audit.outside.http[0].token=/run/token",
                        "openhotline.audit.outside.check-at-start=https://store.example/log/newest")
                .run(started -> {
                    assertThat(started.getBean(Places.class).all()).hasSize(2);
                    assertThat(started.getBean(RoundList.class).all()).hasSize(2);
                    assertThat(started.getBean(BeforeSigning.class)).isInstanceOf(CompareOutside.class);
                    assertThat(started.getBean(OutsideProperties.class).period())
                            .isEqualTo(Duration.ofHours(1));
                });
    }

    @Test
    void what_is_missing_or_wrong_stops_the_start_and_is_named() {
        assertStops("spring.mail.host", "openhotline.audit.outside.mail-to=one@court.example");
        assertStops("openhotline.audit.timestamps.trust", "openhotline.audit.timestamps.url=https://stamps.example");
        assertStops(
                "no-such.pem",
                "openhotline.audit.timestamps.url=https://stamps.example",
                "openhotline.audit.timestamps.trust=no-such.pem");
        assertStops(
                "the name \"mail\" is taken",
                "openhotline.audit.outside.http[0].name=mail",
                "openhotline.audit.outside.http[0].url=https://store.example");
        assertStops(
                "PUT or POST",
                "openhotline.audit.outside.http[0].name=store",
                "openhotline.audit.outside.http[0].url=https://store.example",
                "openhotline.audit.outside.http[0].method=GET");
    }

    private void assertStops(String words, String... settings) {
        service.withPropertyValues(settings)
                .run(stopped -> assertThat(stopped).getFailure().rootCause().hasMessageContaining(words));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({OutsideProperties.class, TimestampProperties.class})
    static class Surroundings {
        @Bean
        InstantSource clock() {
            return Clock.systemUTC();
        }

        @Bean
        CountryProfile country() {
            return CountryProfileReader.read(Path.of("../deploy/country/demo.yaml"));
        }

        @Bean
        ShownHeads heads() {
            Log log = new Log(folder, LogFixture.KEY.verifier());
            return new ShownHeads(log, new CosignedCheckpoints(folder, log.key()));
        }
    }
}
