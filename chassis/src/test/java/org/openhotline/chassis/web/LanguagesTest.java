// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.chassis.security.StaffSide;
import org.openhotline.contracts.staff.Role;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguagesTest {
    private static final AccessRules RULES = AccessRules.rules().open("/open").pages("/desk/**", Role.ANALYST);

    private final Languages languages =
            new Languages(List.of("en", "fr", "ar", "pt-BR"), RULES, StaffSide.of(new MockEnvironment()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "lang=fr         | -                       | fr",
                "lang=pt-BR      | fr                      | pt-BR",
                "lang=xx         | fr                      | fr",
                "lang=%00        | -                       | en",
                "a=1&lang=ar&b=2 | fr                      | ar",
                "-               | ar-EG, fr;q=0.8         | ar",
                "-               | de, fr;q=0.5            | fr",
                "-               | de                      | en",
                "-               | *                       | en",
                "-               | not;;a=header           | en",
                "-               | -                       | en"
            })
    void the_language_is_what_was_asked_for_then_what_the_browser_prefers_then_the_first(
            String query, String accept, String expected) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/open");
        request.setQueryString(query);
        if (accept != null) {
            request.addHeader("Accept-Language", accept);
        }

        assertThat(languages.resolveLocale(request).toLanguageTag()).isEqualTo(expected);
    }

    @Test
    void staff_pages_are_english() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk/queue");
        request.setQueryString("lang=ar");

        assertThat(languages.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "ur, rtl", "fa-AF, rtl", "en, ltr", "fr, ltr", "az-Arab, rtl", "ar-Latn, ltr"})
    void a_language_has_its_direction(String tag, String direction) {
        assertThat(Surroundings.direction(Locale.forLanguageTag(tag))).isEqualTo(direction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_fr", "_ar"})
    void each_language_has_the_same_words(String language) {
        assertThat(keys(language)).isEqualTo(keys(""));
    }

    @Test
    void each_problem_has_words() {
        Set<Object> keys = keys("");

        assertThat(ProblemKind.values())
                .allSatisfy(kind -> assertThat(keys)
                        .contains("kit.problem." + kind.code() + ".title", "kit.problem." + kind.code() + ".text"));
    }

    private static Set<Object> keys(String language) {
        Properties words = new Properties();
        try (InputStream in = LanguagesTest.class.getResourceAsStream("/messages/kit" + language + ".properties")) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.keySet();
    }
}
