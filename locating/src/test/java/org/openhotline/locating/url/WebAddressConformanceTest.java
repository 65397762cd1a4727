// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openhotline.locating.ConformanceData;
import tools.jackson.databind.JsonNode;

/** The vectors of web-platform-tests that concern absolute http and https addresses. */
class WebAddressConformanceTest {
    private static final int ABSOLUTE_CASES = 378;
    private static final int MUST_FAIL = 197;

    @Test
    void every_absolute_http_case_is_parsed_and_written_as_browsers_do() {
        List<JsonNode> cases = absoluteHttpCases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(ABSOLUTE_CASES);
        assertThat(cases.stream().filter(WebAddressConformanceTest::mustFail)).hasSizeGreaterThanOrEqualTo(MUST_FAIL);
        assertThat(cases).allSatisfy(vector -> {
            Optional<WebAddress> parsed = WebAddress.parse(text(vector, "input"));
            assertThat(parsed.map(WebAddress::href))
                    .as(vector.toString())
                    .isEqualTo(mustFail(vector) ? Optional.empty() : Optional.of(text(vector, "href")));
            parsed.ifPresent(address -> partsAgree(address, vector));
        });
    }

    @Test
    void an_address_of_another_scheme_or_without_one_is_refused() {
        List<JsonNode> others = vectors()
                .filter(v -> !isHttp(text(v, "input")) && !v.hasNonNull("base"))
                .toList();
        assertThat(others).hasSizeGreaterThan(200);
        assertThat(others)
                .allSatisfy(vector -> assertThat(WebAddress.parse(text(vector, "input")))
                        .as(vector.toString())
                        .isEmpty());
    }

    @Test
    void every_domain_is_turned_into_ascii_as_browsers_do() {
        List<JsonNode> cases = StreamSupport.stream(
                        ConformanceData.json("url/toascii.json").spliterator(), false)
                .filter(JsonNode::isObject)
                .toList();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(87);
        assertThat(cases).allSatisfy(vector -> {
            Optional<String> expected = Optional.ofNullable(vector.get("output").asString(null));
            assertThat(DomainToAscii.convert(text(vector, "input")))
                    .as(vector.toString())
                    .isEqualTo(expected);
            assertThat(WebAddress.parse("https://" + text(vector, "input") + "/x")
                            .map(a -> a.host().text()))
                    .as(vector.toString())
                    .isEqualTo(expected);
        });
    }

    @Test
    void an_identity_is_its_own_identity() {
        assertThat(absoluteHttpCases().stream().filter(v -> !mustFail(v))).allSatisfy(vector -> {
            WebAddress identity =
                    WebAddress.parse(text(vector, "input")).orElseThrow().identity();
            assertThat(WebAddress.parse(identity.href()).map(WebAddress::identity))
                    .as(vector.toString())
                    .contains(identity);
        });
    }

    private static void partsAgree(WebAddress address, JsonNode vector) {
        assertThat(address.scheme() + ":").isEqualTo(text(vector, "protocol"));
        assertThat(address.username()).isEqualTo(text(vector, "username"));
        assertThat(address.password()).isEqualTo(text(vector, "password"));
        assertThat(address.host().text()).isEqualTo(text(vector, "hostname"));
        assertThat(address.path()).isEqualTo(text(vector, "pathname"));
        assertThat(address.query().filter(q -> !q.isEmpty()).map(q -> "?" + q).orElse(""))
                .isEqualTo(text(vector, "search"));
        assertThat(address.fragment()
                        .filter(f -> !f.isEmpty())
                        .map(f -> "#" + f)
                        .orElse(""))
                .isEqualTo(text(vector, "hash"));
    }

    /** Without a base, or with two slashes after the scheme, so that a base changes nothing. */
    private static List<JsonNode> absoluteHttpCases() {
        return vectors()
                .filter(v -> isHttp(text(v, "input")))
                .filter(v -> !v.hasNonNull("base")
                        || text(v, "base").equals("about:blank")
                        || cleaned(text(v, "input")).matches("(?s)https?://.*"))
                .toList();
    }

    private static Stream<JsonNode> vectors() {
        return StreamSupport.stream(ConformanceData.json("url/urltestdata.json").spliterator(), false)
                .filter(JsonNode::isObject);
    }

    private static boolean isHttp(String input) {
        return cleaned(input).matches("(?s)https?:.*");
    }

    private static String cleaned(String input) {
        return input.replaceAll("[\t\r\n]", "")
                .replaceFirst("^[\\x00-\\x20]+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean mustFail(JsonNode vector) {
        return vector.path("failure").asBoolean(false);
    }

    private static String text(JsonNode vector, String field) {
        return vector.get(field).asString();
    }
}
