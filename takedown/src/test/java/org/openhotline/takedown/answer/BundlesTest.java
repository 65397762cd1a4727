// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.test.MessageBundle;
import org.openhotline.contracts.item.HostAnswer;

/** What a host reads behind its link. The words for holds and releases are on the police desk's page, in English. */
class BundlesTest {
    private static final MessageBundle SENTENCES =
            MessageBundle.of("takedown").without("takedown.hold.", "takedown.release.");
    private static final Pattern KEY = Pattern.compile("#\\{(takedown\\.[a-z.-]+[a-z])[(}]");

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

    @ParameterizedTest
    @ValueSource(strings = "")
    @MethodSource("translations")
    void one_address_and_several_read_differently_and_several_are_counted(String language) {
        assertThat(lead(language, 1)).doesNotContain("choice", "{", "|", "1");
        assertThat(lead(language, 12)).doesNotContain("choice", "{", "|").contains("12");
    }

    @Test
    void the_pages_ask_for_every_sentence_and_for_no_other() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String page : List.of("answer", "answered", "no-answer")) {
            String text = Files.readString(Path.of("src/main/resources/templates/takedown", page + ".html"));
            KEY.matcher(text).results().forEach(found -> asked.add(found.group(1)));
        }
        Arrays.stream(HostAnswer.values()).forEach(answer -> asked.add("takedown.answer." + answer));
        assertThat(SENTENCES.in("").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(asked);
    }

    static List<String> translations() {
        return SENTENCES.translations();
    }

    private static String lead(String language, int addresses) {
        String pattern = SENTENCES.in(language).getProperty("takedown.answer.lead");
        return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {addresses});
    }
}
