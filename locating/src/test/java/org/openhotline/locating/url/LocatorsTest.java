// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.item.LocatorKind;

class LocatorsTest {
    /** Base32 of the key 0x00..0x1f, its checksum and the version. */
    private static final String ONION = OnionAddressTest.MADE_UP;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            example.org/page                          | http://example.org/page
            EXAMPLE.org:80/Page                       | http://example.org/Page
            example.org:8080                          | http://example.org:8080/
            //example.org/page                        | http://example.org/page
            HTTPS://Example.org:443/a/../b/./c?q=1#x  | https://example.org/b/c?q=1
            https://example.org/#/album/7             | https://example.org/#/album/7
            https://example.org/#!album               | https://example.org/#!album
            https://example.org/%7euser/%c3%a9        | https://example.org/~user/%C3%A9
            https://example.org/%2E%2e/a%2fb          | https://example.org/a%2Fb
            https://bücher.example/é                  | https://xn--bcher-kva.example/%C3%A9
            https://faß.example/                      | https://xn--fa-hia.example/
            hxxp://example[.]org/page                 | http://example.org/page
            hXXps://example(.)org/page[.]html         | https://example.org/page.html
            hxxps[://]example[dot]org                 | https://example.org/
            https[:]//example[.]org/a                 | https://example.org/a
            https://example.org/?q=[.]                | https://example.org/?q=[.]
            <https://example.org/page>                | https://example.org/page
            "https://example.org/page"                | https://example.org/page
            http://0xc0.0.0x201                       | http://192.0.2.1/
            192.0.2.1/x                               | http://192.0.2.1/x
            http://[2001:DB8:0:0::1]:8080/            | http://[2001:db8::1]:8080/
            hxxp://192.0.2[.]7/                       | http://192.0.2.7/
            https://a:b@example.org/                  | https://a:b@example.org/
            """)
    void an_address_has_one_canonical_form(String reported, String canonical) {
        Locator locator = Locators.identify(Optional.empty(), reported);
        assertThat(locator.canonical()).isEqualTo(canonical);
        assertThat(locator.kind()).isEqualTo(LocatorKind.WEB);
        assertThat(Locators.identify(Optional.of(LocatorKind.WEB), canonical).canonical())
                .isEqualTo(canonical);
    }

    @Test
    void white_space_and_invisible_characters_around_do_not_matter() {
        assertThat(Locators.identify(Optional.empty(), " \t\u00a0\u200b\ufeffhttps://example.org/a b \r\n\u200f")
                        .canonical())
                .isEqualTo("https://example.org/a%20b");
    }

    @Test
    void the_exact_address_keeps_its_fragment_and_its_escapes() {
        Locator locator = Locators.identify(Optional.empty(), "hxxps://Example[.]org/%7ea#photo-3");
        assertThat(locator.exact()).isEqualTo("https://example.org/%7ea#photo-3");
        assertThat(locator.canonical()).isEqualTo("https://example.org/~a");
    }

    @Test
    void the_host_of_a_literal_has_no_brackets() {
        assertThat(Locators.identify(Optional.empty(), "http://[2001:db8::1]/").host())
                .contains("2001:db8::1");
    }

    @Test
    void an_onion_address_is_known_by_its_host() {
        Locator locator =
                Locators.identify(Optional.of(LocatorKind.WEB), "www." + ONION.toUpperCase(Locale.ROOT) + "/x");
        assertThat(locator.kind()).isEqualTo(LocatorKind.ONION);
        assertThat(locator.host()).contains("www." + ONION);
        assertThat(locator.canonical()).isEqualTo("http://www." + ONION + "/x");
        assertThat(locator.registrableDomain()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u200b",
                "hello",
                "http://localhost/canary",
                "I saw canary.example yesterday",
                "canary@mail.example",
                "ftp://canary.example/",
                "javascript:alert(1)",
                "data:text/plain,canary",
                "file:///etc/canary",
                "http://",
                "https:///",
                "http://canary.example:99999/",
                "http://canary.example:a/",
                "http://canary..example/",
                "http://256.256.256.256/",
                "http://[2001:db8::1/",
                "http://canary.example\u0000/",
                "http://canary.example/a\nb",
                "http://canary.example/\u0085",
                "http://can!ary.example/",
                "http://canaryyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy.example/",
                "http://expyuzz4wqqyqhjn.onion/canary",
                "http://canary.onion/",
                "http://.onion/"
            })
    void what_is_not_an_address_is_refused_without_being_repeated(String reported) {
        InvalidInput refusal = refusal(Optional.empty(), reported);
        assertThat(refusal.field()).isEqualTo("addresses");
        assertThat(refusal.getMessage()).isNotBlank().doesNotContain("canary", "expyuzz");
        assertThat(refusal.allowed()).contains("https://example.org/page").doesNotContain("canary");
        assertThat(refusal.getCause()).isNull();
    }

    @Test
    void an_address_may_have_8192_characters_and_not_one_more() {
        String longest = "https://example.org/" + "a".repeat(Locators.MAX_LENGTH - 20);
        assertThat(Locators.identify(Optional.empty(), longest).canonical()).isEqualTo(longest);
        assertThat(refusal(Optional.empty(), longest + "a")).hasMessageContaining("too long");
        assertThat(refusal(Optional.empty(), " ".repeat(100_000))).hasMessageContaining("too long");
    }

    @Test
    void an_address_that_grows_too_long_in_ascii_is_refused() {
        String longest = "https://example.org/" + "é".repeat((Locators.MAX_LENGTH - 20) / 6);
        assertThat(Locators.identify(Optional.empty(), longest).exact()).hasSizeLessThanOrEqualTo(Locators.MAX_LENGTH);
        assertThat(refusal(Optional.empty(), longest + "é")).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "é",
                "é.",
                "中",
                "x\u0301",
                "\u0627",
                "\u200d",
                "xn--a",
                "ß.xn--",
                "%e4%b8%ad",
                "1",
                "0x",
                "[",
                "a@",
                "..",
                "/../"
            })
    void a_host_of_thousands_of_characters_is_refused_in_time(String repeated) {
        String host = repeated.repeat(8_000 / repeated.length());
        long start = System.nanoTime();
        assertThat(refusal(Optional.empty(), "http://" + host + ".example./")).hasMessageContaining("address");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_stray_percent_sign_is_never_completed() {
        Locator locator = Locators.identify(Optional.empty(), "https://example.org/%%34%31?%25%34%31");
        assertThat(locator.canonical()).isEqualTo("https://example.org/%%34%31?%2541");
    }

    /** Addresses put together from all that makes them odd, the same ones in every run. */
    @Test
    void whatever_comes_in_is_identified_for_good_or_refused() {
        Random random = new Random(20);
        int identified = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
            for (int parts = random.nextInt(12); parts > 0; parts--) {
                text.append(ODD.get(random.nextInt(ODD.size())));
            }
            identified += Addresses.isIdentifiedForGoodOrRefused(Optional.empty(), text.toString()) ? 1 : 0;
        }
        assertThat(identified).isGreaterThan(2_000);
    }

    private static final List<String> BEGINNINGS =
            List.of("", "https://exa", "https://example.org/", "http://", "hxxp://example[.]org", "https://a:b@");

    private static final List<String> ODD = List.of(
            "http",
            "https",
            "hxxp",
            "://",
            ":",
            "/",
            "//",
            "\\",
            ".",
            "..",
            "[.]",
            "(dot)",
            "%",
            "%2e",
            "%2E%2e",
            "%41",
            "%4",
            "%zz",
            "example",
            ".org",
            "example.org",
            "xn--",
            "xn--zca",
            "ß",
            "é",
            "\u0627",
            "\u200d",
            "\u00ad",
            "\ud83d",
            "\ud83d\ude00",
            "\ufffd",
            "@",
            "user:pass@",
            "?",
            "#",
            "#!",
            "#/",
            "[",
            "]",
            "[::1]",
            "[2001:db8::1]",
            "192.0.2.1",
            "0x7f",
            "1",
            "08",
            ":80",
            ":443",
            ":8080",
            ":99999",
            " ",
            "\t",
            "\n",
            "\u0000",
            "'",
            "\"",
            "<",
            ">",
            "`",
            "{",
            "}",
            "|",
            "^",
            "a",
            "Z",
            "-",
            "_",
            ".onion",
            OnionAddressTest.MADE_UP);

    @Test
    void a_web_address_said_to_be_onion_is_refused() {
        assertThat(refusal(Optional.of(LocatorKind.ONION), "https://example.org/"))
                .hasMessageContaining(".onion");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.sub.example.org/, example.org",
        "https://a.b.example.co.uk/, example.co.uk",
        "https://user.github.io/x, user.github.io",
        "https://deep.name.example/, name.example",
        "https://xn--bcher-kva.example/, xn--bcher-kva.example"
    })
    void the_registrable_domain_is_what_somebody_registered(String reported, String domain) {
        assertThat(Locators.identify(Optional.empty(), reported).registrableDomain())
                .contains(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "http://[2001:db8::1]/", "https://co.uk/"})
    void literals_and_public_suffixes_have_no_registrable_domain(String reported) {
        assertThat(Locators.identify(Optional.empty(), reported).registrableDomain())
                .isEmpty();
    }

    @Test
    void no_text_form_tells_the_address() {
        Locator locator = Locators.identify(Optional.empty(), "https://canary.example/canary");
        WebAddress address = WebAddress.parse("https://canary.example/canary").orElseThrow();
        assertThat(locator.toString() + address + address.host() + OnionAddress.of(ONION))
                .doesNotContain("canary", ONION);
    }

    private static InvalidInput refusal(Optional<LocatorKind> kind, String reported) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> Locators.identify(kind, reported));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
