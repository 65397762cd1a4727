// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhotline.chassis.test.MessageBundle;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Theme;
import org.openhotline.reportintake.submission.Refusal;

/** Nobody must ever read a key instead of a sentence, or half a page in another language. */
class BundlesTest {
    private static final Pattern KEY = Pattern.compile("report-intake\\.[A-Za-z._-]+[A-Za-z]");
    private static final Path MAIN = Path.of("src/main");
    private static final MessageBundle SENTENCES = MessageBundle.of("report-intake");

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_has_every_sentence_with_the_same_places_to_fill(String language) {
        SENTENCES.mustBeCompleteIn(language);
        SENTENCES.mustBeTranslatedIn(language);
    }

    @Test
    void the_six_languages_of_the_united_nations_are_there() {
        SENTENCES.mustSpeakTheLanguagesOfTheUnitedNations();
        SENTENCES.mustBeReadableIn("");
    }

    static List<String> translations() {
        return SENTENCES.translations();
    }

    @Test
    void every_sentence_that_pages_and_code_ask_for_exists() throws IOException {
        assertThat(SENTENCES.in("").stringPropertyNames()).containsAll(askedFor());
    }

    @Test
    void no_sentence_is_left_over() throws IOException {
        Set<String> asked = askedFor();
        Stream.of("report.changed", "report.not-stored", "step.not-stored", "expired", "forged")
                .forEach(key -> asked.add("report-intake." + key + ".title"));
        assertThat(asked).containsAll(SENTENCES.in("").stringPropertyNames());
    }

    private static Set<String> askedFor() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            files.filter(f -> f.toString().endsWith(".html") || f.toString().matches(".*(Controller|Pages).*\\.java"))
                    .map(BundlesTest::text)
                    .flatMap(text -> KEY.matcher(text).results().map(r -> r.group()))
                    .forEach(keys::add);
        }
        keys.removeIf(key -> key.endsWith("report-intake.status")); // the beginning of a key that is put together
        keys.removeIf(key -> key.endsWith("report-intake.status.mistake"));
        keys.removeIf(key -> key.endsWith("report-intake.place") || key.endsWith("report-intake.theme"));
        Arrays.stream(Theme.values()).forEach(t -> keys.add("report-intake.theme." + t));
        Arrays.stream(LocatorKind.values()).filter(k -> k != LocatorKind.WEB).forEach(k -> {
            keys.add("report-intake.place." + k);
            keys.add("report-intake.place." + k + ".hint");
        });
        keys.add("report-intake.refusal.at-address");
        Arrays.stream(Refusal.Reason.values()).forEach(r -> keys.add("report-intake.refusal." + r));
        Arrays.stream(CoarseStatus.values()).forEach(s -> {
            keys.add("report-intake.status." + s);
            keys.add("report-intake.status." + s + ".meaning");
        });
        Stream.of("REFERENCE", "SECRET", "NOT_FOUND").forEach(m -> keys.add("report-intake.status.mistake." + m));
        return keys;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
