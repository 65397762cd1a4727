// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.tracing.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhotline.locating.trace.TracingSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TracingPropertiesTest {
    @Test
    void without_any_setting_the_public_ways_are_used() {
        assertThat(settings(Map.of())).isEqualTo(TracingSettings.standard());
    }

    @Test
    void what_the_launcher_gives_is_used() {
        TracingSettings settings = settings(Map.of(
                "openhotline.tracing.dns-server", "127.0.0.1:15353",
                "openhotline.tracing.rdap-bootstrap", "http://127.0.0.1:15380",
                "openhotline.tracing.allowed-networks", "192.0.2.0/24,127.0.0.0/8",
                "openhotline.tracing.timeout", "2s"));

        assertThat(settings.dnsServer()).contains("127.0.0.1:15353");
        assertThat(settings.rdapBootstrap()).contains("http://127.0.0.1:15380");
        assertThat(settings.allowedNetworks()).containsExactly("192.0.2.0/24", "127.0.0.0/8");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    private static TracingSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("openhotline.tracing", TracingProperties.class)
                .settings();
    }
}
