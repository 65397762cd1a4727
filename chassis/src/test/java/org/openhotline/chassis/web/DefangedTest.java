// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefangedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://host.example/a/b.html?q=1#f      | hxxps://host[.]example/a/b.html?q=1#f
            HTTP://HOST.example                       | hxxp://HOST[.]example
            http://198.51.100.7:8080/x                | hxxp://198[.]51[.]100[.]7:8080/x
            http://user:pw@host.example/              | hxxp://user:pw[@]host[.]example/
            ftp://files.test/a                        | fxp://files[.]test/a
            gopher://old.example/                     | gopher[x]://old[.]example/
            https://a.example/?to=http://b.example/   | hxxps://a[.]example/?to=http[://]b.example/
            host.example/path                         | host[.]example/path
            somebody@mail.example                     | somebody[@]mail[.]example
            +1 555 0100                               | +1 555 0100
            """)
    void an_address_becomes_text_that_nothing_makes_a_link_of(String address, String text) {
        assertThat(Defanged.text(address)).isEqualTo(text);
    }

    @Test
    void characters_that_hide_or_turn_text_become_visible() {
        assertThat(Defanged.text("https://a.example/\u202Egpj.exe\u0000\n"))
                .isEqualTo("hxxps://a[.]example/\\u{202e}gpj.exe\\u{0}\\u{a}");
    }

    @Test
    void a_second_pass_changes_no_host() {
        String once = Defanged.text("https://host.example/a");

        assertThat(Defanged.text(once)).doesNotContain("host.example");
    }
}
