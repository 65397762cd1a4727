// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openhotline.contracts.item.LocatorKind.APP_ACCOUNT;
import static org.openhotline.contracts.item.LocatorKind.EMAIL;
import static org.openhotline.contracts.item.LocatorKind.LIVE_STREAM;
import static org.openhotline.contracts.item.LocatorKind.MESSENGER_GROUP;
import static org.openhotline.contracts.item.LocatorKind.ONION;
import static org.openhotline.contracts.item.LocatorKind.OTHER;
import static org.openhotline.contracts.item.LocatorKind.P2P_HASH;
import static org.openhotline.contracts.item.LocatorKind.PHONE;
import static org.openhotline.contracts.item.LocatorKind.WEB;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.item.LocatorKind;

/** What makes two of a kind the same, for everything that is not a page. */
class KindsTest {
    private static final String V1 = "000102030405060708090a0b0c0d0e0f10111213";
    /** The same 20 bytes in base32, by an independent implementation. */
    private static final String V1_BASE32 = "AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT";

    private static final String V2 = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String ED2K = "000102030405060708090a0b0c0d0e0f";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            APP_ACCOUNT     | ChatApp: @Some.User                      | app-account:chatapp:Some.User
            APP_ACCOUNT     | Chat App:some user                       | app-account:chatapp:some user
            APP_ACCOUNT     | app.example:a:b                          | app-account:app.example:a:b
            APP_ACCOUNT     | https://App.example/u/x                  | https://app.example/u/x
            MESSENGER_GROUP | hxxps://chat[.]example/join/AbC?x=1#top  | https://chat.example/join/AbC?x=1
            MESSENGER_GROUP | chatapp:  Some   Group                   | messenger-group:chatapp: Some Group
            MESSENGER_GROUP | “Some Group”                             | messenger-group:Some Group
            EMAIL           | Some.Name+tag@Mail.EXAMPLE               | email:some.name+tag@mail.example
            EMAIL           | mailto:name@example.org?subject=x        | email:name@example.org
            EMAIL           | name[at]bücher(dot)example               | email:name@xn--bcher-kva.example
            EMAIL           | <name@example.org.>                      | email:name@example.org
            PHONE           | +1 (202) 555-0100                        | phone:+12025550100
            PHONE           | 0044 (0)20 7946 0000                     | phone:+442079460000
            PHONE           | tel:+1-202-555-0100;ext=7                | phone:+12025550100
            PHONE           | +١٢٠٢٥٥٥٠١٠٠                             | phone:+12025550100
            LIVE_STREAM     | https://live.example/room/7#chat         | https://live.example/room/7
            APP_ACCOUNT     | "App-Account:ChatApp:user"               | app-account:chatapp:user
            MESSENGER_GROUP | messenger-group:“Some Group”             | messenger-group:Some Group
            OTHER           | In the   game “Example”,  room 7         | other:In the game “Example”, room 7
            """)
    void each_kind_has_one_canonical_form(LocatorKind kind, String reported, String canonical) {
        Locator locator = Locators.identify(Optional.of(kind), reported);
        assertThat(locator.kind()).isEqualTo(kind);
        assertThat(locator.canonical()).isEqualTo(canonical);
        assertThat(Locators.identify(Optional.of(kind), canonical).canonical()).isEqualTo(canonical);
        assertThat(Locators.identify(Optional.of(kind), locator.exact())).isEqualTo(locator);
        assertThat(locator.toString() + locator.relatives()).doesNotContainIgnoringCase("example", "555");
    }

    @Test
    void an_info_hash_is_the_same_in_every_writing() {
        String expected = "p2p-hash:btih:" + V1;
        assertThat(canonical(P2P_HASH, V1)).isEqualTo(expected);
        assertThat(canonical(P2P_HASH, V1.toUpperCase(java.util.Locale.ROOT))).isEqualTo(expected);
        assertThat(canonical(P2P_HASH, V1_BASE32)).isEqualTo(expected);
        assertThat(canonical(P2P_HASH, "urn:btih:" + V1)).isEqualTo(expected);
        assertThat(canonical(P2P_HASH, "magnet:?dn=words&tr=udp%3A%2F%2Fexample.org&xt=urn:btih:" + V1_BASE32))
                .isEqualTo(expected);
        assertThat(canonical(P2P_HASH, "magnet:?xt=urn%3Abtih%3A" + V1)).isEqualTo(expected);
        assertThat(canonical(P2P_HASH, expected)).isEqualTo(expected);
    }

    @Test
    void version_two_and_edonkey_hashes_are_known_too() {
        assertThat(canonical(P2P_HASH, V2)).isEqualTo("p2p-hash:btmh:1220" + V2);
        assertThat(canonical(P2P_HASH, "magnet:?xt=urn:btmh:1220" + V2)).isEqualTo("p2p-hash:btmh:1220" + V2);
        assertThat(canonical(P2P_HASH, "ed2k://|file|words.bin|123|" + ED2K + "|h=ABC|/"))
                .isEqualTo("p2p-hash:ed2k:" + ED2K);
        assertThat(canonical(P2P_HASH, ED2K)).isEqualTo("p2p-hash:ed2k:" + ED2K);
    }

    @Test
    void of_a_magnet_link_only_the_hashes_are_kept() {
        Locator hybrid = Locators.identify(
                Optional.empty(),
                "magnet:?xt=urn:btmh:1220" + V2 + "&dn=words&xt=urn:btih:" + V1 + "&tr=http://x.test");
        assertThat(hybrid.kind()).isEqualTo(P2P_HASH);
        assertThat(hybrid.canonical()).isEqualTo("p2p-hash:btih:" + V1);
        assertThat(hybrid.exact()).isEqualTo("magnet:?xt=urn:btih:" + V1 + "&xt=urn:btmh:1220" + V2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            APP_ACCOUNT     | canary            | colon
            APP_ACCOUNT     | :canary           | app
            APP_ACCOUNT     | chatapp: @        | user name
            APP_ACCOUNT     | https://canary    | host name
            MESSENGER_GROUP | messenger-group:  | group
            EMAIL           | canary            | @
            EMAIL           | a b@canary.example| before the @
            EMAIL           | .a@canary.example | before the @
            EMAIL           | canary@localhost  | after the @
            EMAIL           | canary@192.0.2.1  | after the @
            EMAIL           | canary@[192.0.2.1]| after the @
            PHONE           | 202 555 0100      | country code
            PHONE           | +12               | 7 to 15
            PHONE           | +0 202 555 0100   | 7 to 15
            PHONE           | +1234567890123456 | 7 to 15
            PHONE           | +1 202 CANARY     | 7 to 15
            P2P_HASH        | canary            | hash
            P2P_HASH        | 0123              | hash
            P2P_HASH        | magnet:?dn=canary | hash
            P2P_HASH        | magnet:?xt=urn:sha1:canary | hash
            OTHER           | ab                | short
            LIVE_STREAM     | rtmp://canary.example/x | http
            ONION           | https://canary.example/ | .onion
            WEB             | magnet:?xt=urn:btih:000102030405060708090a0b0c0d0e0f10111213 | http
            """)
    void what_is_no_such_thing_is_refused_in_words_that_help(LocatorKind kind, String reported, String hint) {
        InvalidInput refusal =
                catchThrowableOfType(InvalidInput.class, () -> Locators.identify(Optional.of(kind), reported));
        assertThat(refusal).isNotNull();
        assertThat(refusal.field()).isEqualTo("addresses");
        assertThat(refusal.getMessage()).contains(hint).doesNotContain("canary");
        assertThat(refusal.allowed()).isNotBlank().doesNotContain("canary");
    }

    @Test
    void only_an_address_that_names_its_kind_is_taken_for_it_unasked() {
        assertThat(Locators.identify(Optional.empty(), "mailto:name@example.org")
                        .kind())
                .isEqualTo(EMAIL);
        assertThat(Locators.identify(Optional.empty(), "TEL:+12025550100").kind())
                .isEqualTo(PHONE);
        assertThat(Locators.identify(Optional.empty(), "example.org:8080").kind())
                .isEqualTo(WEB);
    }

    @Test
    void a_stream_of_an_onion_service_is_an_onion_address_and_other_words_with_a_link_are_the_link() {
        assertThat(Locators.identify(Optional.of(LIVE_STREAM), OnionAddressTest.MADE_UP + "/live")
                        .kind())
                .isEqualTo(ONION);
        assertThat(Locators.identify(Optional.of(OTHER), "https://example.org/a")
                        .kind())
                .isEqualTo(WEB);
        assertThat(canonical(LIVE_STREAM, "https://example.org/a"))
                .isEqualTo(canonical(WEB, "https://example.org/a"))
                .isEqualTo(canonical(MESSENGER_GROUP, "https://example.org/a"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example.org/g/1?x=1, http://a.example.org/g/1?y=2#z, true, true",
        "https://a.example.org/g/1, https://b.example.org/g/2, false, true",
        "https://a.example.org/g/1, https://a.example.org/h/1, false, false",
        "https://one.github.io/g/1, https://two.github.io/g/1, false, false",
        "https://192.0.2.1/g/1, https://192.0.2.1/g/2, false, true",
        "https://192.0.2.1/g/1, https://192.0.2.2/g/1, false, false"
    })
    void pages_are_relatives_by_page_or_by_family(String one, String other, boolean page, boolean family) {
        Locator.Relatives a = Locators.identify(Optional.empty(), one).relatives();
        Locator.Relatives b = Locators.identify(Optional.empty(), other).relatives();
        assertThat(a.page().equals(b.page())).isEqualTo(page);
        assertThat(a.family().equals(b.family())).isEqualTo(family);
    }

    @Test
    void names_that_differ_only_in_capitals_are_two_that_are_relatives() {
        Locator one = Locators.identify(Optional.of(APP_ACCOUNT), "chatapp:User");
        Locator other = Locators.identify(Optional.of(APP_ACCOUNT), "chatapp:user");
        assertThat(one.canonical()).isNotEqualTo(other.canonical());
        assertThat(one.relatives()).isEqualTo(other.relatives());
        assertThat(Locators.identify(Optional.of(EMAIL), "a+1@example.org").relatives())
                .isEqualTo(
                        Locators.identify(Optional.of(EMAIL), "a@example.org").relatives());
    }

    private static String canonical(LocatorKind kind, String text) {
        return Locators.identify(Optional.of(kind), text).canonical();
    }
}
