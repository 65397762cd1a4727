// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sentences of one module's public pages, in English and in each language whose file lies beside it: nobody must ever
 * read a key instead of a sentence, or half a page in another language. Languages are named as file endings:
 * {@code _fr}, and nothing for English.
 */
public final class MessageBundle {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{\\d[,}]");
    /** "No" is Spanish, too. */
    private static final int MAY_BE_THE_SAME = 3;

    private final String name;
    private final List<String> englishOnly;

    private MessageBundle(String name, List<String> englishOnly) {
        this.name = name;
        this.englishOnly = englishOnly;
    }

    public static MessageBundle of(String name) {
        return new MessageBundle(name, List.of());
    }

    /** Leaves out what only staff read, whose pages are in English. */
    public MessageBundle without(String... prefixes) {
        return new MessageBundle(name, List.of(prefixes));
    }

    /** Whatever lies in the folder, so that a language added later is held to the same. */
    public List<String> translations() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith(name + "_") && f.endsWith(".properties"))
                    .map(f -> f.substring(name.length(), f.length() - ".properties".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Properties in(String language) {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name + language + ".properties"))) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sentences.keySet().removeIf(key -> englishOnly.stream().anyMatch(key.toString()::startsWith));
        return sentences;
    }

    public void mustSpeakTheLanguagesOfTheUnitedNations() {
        assertThat(translations()).contains("_ar", "_es", "_fr", "_ru", "_zh");
    }

    /** Every sentence is there and readable, with the same places to fill. */
    public void mustBeCompleteIn(String language) {
        Properties english = in("");
        Properties translated = in(language);
        assertThat(translated.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.stringPropertyNames()
                .forEach(key -> assertThat(places(translated.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
        mustBeReadableIn(language);
    }

    /** No sentence was left in English; a module whose words happen to be the same elsewhere does not ask for this. */
    public void mustBeTranslatedIn(String language) {
        Properties english = in("");
        Properties translated = in(language);
        english.stringPropertyNames().stream()
                .filter(key -> english.getProperty(key).length() > MAY_BE_THE_SAME)
                .forEach(key -> assertThat(translated.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key)));
    }

    /** A straight apostrophe is swallowed where a sentence has places to fill, so none is used at all. */
    public void mustBeReadableIn(String language) {
        in(language)
                .forEach((key, sentence) -> assertThat(sentence.toString())
                        .as(key.toString())
                        .isNotBlank()
                        .doesNotContain("'"));
    }

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(sentence).results().forEach(r -> places.add(r.group()));
        return places;
    }
}
