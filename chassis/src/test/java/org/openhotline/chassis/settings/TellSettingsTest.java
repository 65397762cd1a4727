// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.chassis.sealing.KeysetFiles;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.event.ConfigurationEvent.ConfigurationChanged;

class TellSettingsTest {
    private final InMemoryAggregates<TellSettings.Told> store = new InMemoryAggregates<>();
    private final TellSettings telling = new TellSettings(
            store,
            what -> store.all().stream()
                    .filter(told -> told.what().equals(what))
                    .findFirst(),
            UUID::randomUUID,
            () -> Instant.parse("2026-03-02T09:00:00Z"),
            "takedown");

    @TempDir
    Path folder;

    @Test
    void the_first_start_tells_what_is_set_and_the_next_one_nothing() throws Exception {
        Path profile = Files.writeString(folder.resolve("country.yaml"), "name: Demo\n");

        telling.tell(Setting.file("country-profile", profile));
        telling.tell(Setting.file("country-profile", profile));

        assertThat(store.events()).singleElement().isInstanceOfSatisfying(ConfigurationChanged.class, changed -> {
            assertThat(changed.service()).isEqualTo("takedown");
            assertThat(changed.what()).isEqualTo("country-profile");
            assertThat(changed.before()).isEmpty();
            assertThat(changed.after()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void a_change_is_told_with_what_it_was_before() throws Exception {
        Path profile = Files.writeString(folder.resolve("country.yaml"), "name: Demo\n");
        Setting before = Setting.file("country-profile", profile);
        telling.tell(before);
        Files.writeString(profile, "name: Demo two\n");
        Setting after = Setting.file("country-profile", profile);
        telling.tell(after);

        assertThat(store.events().getLast()).isInstanceOfSatisfying(ConfigurationChanged.class, changed -> {
            assertThat(changed.before()).contains(before.version());
            assertThat(changed.after()).isEqualTo(after.version()).isNotEqualTo(before.version());
        });
    }

    @Test
    void of_a_keyset_the_numbers_of_its_keys_are_told_the_one_in_use_first() throws Exception {
        Path file = folder.resolve("case.json");
        KeysetFiles.createSealingIfAbsent(file);
        KeysetHandle old = KeysetFiles.read(file);
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();

        String one = Setting.keys("case-keys", old).version();
        String two = Setting.keys("case-keys", rotated).version();

        assertThat(one).matches("[0-9]+");
        assertThat(two)
                .matches("[0-9]+ " + one)
                .startsWith(Integer.toUnsignedString(rotated.getPrimary().getId()));
    }
}
