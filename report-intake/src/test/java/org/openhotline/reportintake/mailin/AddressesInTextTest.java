// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.locating.url.Locators;

class AddressesInTextTest {
    @Test
    void what_a_sentence_puts_behind_an_address_is_not_of_it() {
        assertThat(AddressesInText.in("See https://example.org/1, (https://example.org/2). \"hxxps://example[.]org/3\"!"
                        + " https://example.org/a_(b) [https://example.org/4]; https://example.org/1"))
                .containsExactly(
                        "https://example.org/1",
                        "https://example.org/2",
                        "hxxps://example[.]org/3",
                        "https://example.org/a_(b)",
                        "https://example.org/4");
        assertThat(AddressesInText.in("https://... http://)))")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ")", "]", ").", "]("})
    void a_mail_full_of_punctuation_takes_no_time(String punctuation) {
        String text = "https://example.org/" + punctuation.repeat(1_000_000) + " https://example.org/1";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> AddressesInText.in(text)))
                .containsExactly("https://example.org/1");
    }

    @Test
    void an_address_longer_than_any_is_none() {
        assertThat(AddressesInText.in("https://example.org/" + "a".repeat(Locators.MAX_LENGTH)))
                .isEmpty();
    }
}
