// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openhotline.contracts.item.LocatorKind;

/** Laws of address identity, tried on made-up input. */
class AddressProperties {
    private static final List<String> ODD = List.of(
            "http://",
            "https://",
            "hxxp://",
            "mailto:",
            "tel:",
            "magnet:?",
            "xt=urn:btih:",
            "ed2k://|file|x|1|",
            "|/",
            "app-account:",
            "other:",
            "email:",
            "phone:",
            "p2p-hash:",
            "messenger-group:",
            "example.org",
            "[.]",
            "[at]",
            "@",
            ":",
            "/",
            "?",
            "#",
            "%",
            "%2e",
            "%41",
            "..",
            "\\",
            "[",
            "]",
            "[::1]",
            "0x7f.1",
            "xn--",
            "ß",
            "é",
            "e\u0301",
            "\u0130",
            "\ufb03",
            "\u0627",
            "\u200d",
            "\u00ad",
            "\ud83d",
            "\u3002",
            "+",
            "00",
            "1",
            "(0)",
            " ",
            "\u00a0",
            "\t",
            "\u0000",
            "\"",
            "<",
            ">",
            "“",
            "”",
            ".onion",
            OnionAddressTest.MADE_UP,
            "000102030405060708090a0b0c0d0e0f10111213");

    @Property(tries = 5000)
    void any_text_of_any_kind_is_identified_for_good_or_refused(
            @ForAll("kinds") Optional<LocatorKind> kind, @ForAll("texts") String text) {
        Addresses.isIdentifiedForGoodOrRefused(kind, text);
    }

    @Property
    void a_page_is_the_same_in_any_case_of_its_host_and_with_any_fragment(
            @ForAll("paths") String path, @ForAll("words") String fragment) {
        String identity = identity("https://example.org/" + path);
        assertThat(identity("HTTPS://EXAMPLE.org:443/" + path + "#" + fragment)).isEqualTo(identity);
        assertThat(identity("hxxps://example[.]org/" + path)).isEqualTo(identity);
    }

    @Property
    void two_paths_that_differ_are_two_pages_of_one_site(@ForAll("words") String one, @ForAll("words") String other) {
        Locator a = Locators.identify(Optional.empty(), "https://example.org/a/" + one);
        Locator b = Locators.identify(Optional.empty(), "https://www.example.org/a/" + other + "x");
        assertThat(a.canonical()).isNotEqualTo(b.canonical());
        assertThat(a.relatives().family()).isEqualTo(b.relatives().family());
        assertThat(a.registrableDomain()).isEqualTo(b.registrableDomain()).contains("example.org");
    }

    @Property
    void the_written_form_of_a_number_does_not_matter(@ForAll("numbers") String digits) {
        String spaced = String.join(" ", digits.split("(?<=\\G..)"));
        assertThat(Locators.identify(Optional.of(LocatorKind.PHONE), "00" + spaced)
                        .canonical())
                .isEqualTo("phone:+" + digits);
    }

    @Provide
    Arbitrary<Optional<LocatorKind>> kinds() {
        return Arbitraries.of(LocatorKind.class).optional();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.of(ODD), Arbitraries.strings().ofMaxLength(4))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().numeric().ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings().withChars("aZ09-._~!$&'()*+,;=:@/%2F?").ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(14).map(rest -> "1" + rest);
    }

    private static String identity(String text) {
        return Locators.identify(Optional.empty(), text).canonical();
    }
}
