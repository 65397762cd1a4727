// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHostTest {
    @ParameterizedTest
    @ValueSource(strings = {"bücher.example", "пример.example", "例え.example", "مثال.example"})
    void the_letters_of_one_script_are_shown_beside_the_exact_name(String letters) {
        String ascii = DomainToAscii.convert(letters).orElseThrow();
        assertThat(SafeHost.of(ascii).text()).isEqualTo(ascii + " (" + letters + ")");
    }

    /** Mixed scripts, whole words of look-alikes, and digits of two scripts. */
    @ParameterizedTest
    @ValueSource(strings = {"exаmple.example", "сосо.example", "рахра.example", "हिन्दी1२.example"})
    void what_could_be_taken_for_another_name_is_shown_in_ascii_only(String letters) {
        SafeHost host = SafeHost.of(DomainToAscii.convert(letters).orElseThrow());
        assertThat(host.letters()).isEmpty();
        assertThat(host.text()).isEqualTo(host.ascii()).startsWith("xn--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "192.0.2.1", "2001:db8::1", "xn--a.example", "axn--b.example"})
    void what_has_no_letters_beyond_ascii_is_shown_as_it_is(String host) {
        assertThat(SafeHost.of(host).text()).isEqualTo(host);
    }

    @Test
    void its_text_form_does_not_tell_the_host() {
        assertThat(SafeHost.of("canary.example").toString()).doesNotContain("canary");
    }
}
