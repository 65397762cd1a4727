// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhotline.audit.note.CosignerKey;
import org.openhotline.audit.note.VerifierKey;
import org.openhotline.audit.witness.Witness;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WitnessPropertiesTest {
    private static final String KEY =
            CosignerKey.generate("ministry.example/watcher").verifier().text();

    @Test
    void a_witness_has_a_name_an_address_and_keys() {
        WitnessProperties properties = bind(Map.of(
                "openhotline.audit.witnesses[0].name", "ministry",
                "openhotline.audit.witnesses[0].url", "https://watcher.ministry.example",
                "openhotline.audit.witnesses[0].keys", KEY + "," + KEY));

        Witness witness = properties.witnesses().getFirst().witness();
        assertThat(witness.name()).isEqualTo("ministry");
        assertThat(witness.address()).isEqualTo(URI.create("https://watcher.ministry.example"));
        assertThat(witness.keys().stream().map(VerifierKey::text)).containsExactly(KEY, KEY);
        assertThat(properties.witnessPause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_key_that_is_none_is_refused() {
        WitnessProperties properties = bind(Map.of(
                "openhotline.audit.witnesses[0].name", "ministry",
                "openhotline.audit.witnesses[0].url", "https://watcher.ministry.example",
                "openhotline.audit.witnesses[0].keys", "key"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties.witnesses().getFirst().witness());
    }

    private static WitnessProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("openhotline.audit", WitnessProperties.class);
    }
}
