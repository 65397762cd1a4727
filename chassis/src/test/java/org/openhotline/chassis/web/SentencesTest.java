// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.country.InvalidCountryProfile;
import org.openhotline.chassis.test.MessageBundle;

class SentencesTest {
    private static final Path KIT = Path.of("src/main/resources/messages");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"_ar", "_es", "_fr", "_ru", "_zh"})
    void each_language_of_the_kit_has_every_sentence(String language) {
        MessageBundle.of("kit").mustBeCompleteIn(language);
    }

    @Test
    void one_file_beside_the_profile_is_a_whole_language() throws IOException {
        write("words_sw.properties", withEvery("maneno"));
        Sentences sentences = sentences();
        sentences.requireComplete(List.of("en", "sw"));
        assertThat(sentences.getMessage("kit.skip", null, Locale.of("sw"))).isEqualTo("maneno");
        assertThat(sentences.getMessage("kit.skip", null, Locale.ENGLISH)).isEqualTo("Skip to the content");
    }

    @Test
    void one_sentence_can_be_mended_in_one_language() throws IOException {
        write("words_fr.properties", "kit.skip=Au contenu");
        Sentences sentences = sentences();
        assertThat(sentences.getMessage("kit.skip", null, Locale.FRENCH)).isEqualTo("Au contenu");
        assertThat(sentences.getMessage("kit.languages", null, Locale.FRENCH)).isEqualTo("Langue");
        assertThat(sentences.getMessage("kit.skip", null, Locale.ENGLISH)).isEqualTo("Skip to the content");
    }

    @Test
    void a_language_without_all_sentences_stops_the_start() throws IOException {
        write("words_sw.properties", withEvery("maneno").replace("kit.skip=maneno\n", ""));
        assertThatThrownBy(() -> sentences().requireComplete(List.of("en", "sw")))
                .isInstanceOf(InvalidCountryProfile.class)
                .hasMessageContaining("“sw”")
                .hasMessageContaining("kit.skip")
                .hasMessageContaining("words_sw.properties");
    }

    @Test
    void the_languages_that_are_delivered_are_complete() {
        assertThatCode(() -> sentences().requireComplete(List.of("en", "ar", "es", "fr", "ru", "zh")))
                .doesNotThrowAnyException();
    }

    private Sentences sentences() {
        return new Sentences(folder.resolve("words"), "service-without-words");
    }

    private static String withEvery(String word) throws IOException {
        return new TreeMap<>(read("kit.properties"))
                .keySet().stream().map(key -> key + "=" + word + "\n").collect(Collectors.joining());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(KIT.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
