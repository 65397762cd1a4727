// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.xarf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openhotline.takedown.testing.Examples.country;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.letter.ProfileLaw;
import org.openhotline.takedown.testing.Letters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class XarfReportsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMAS = "https://xarf.org/schemas/v4/";

    private final CountryProfile country = country(PoliceGate.NOTIFY_PARALLEL);
    private final XarfReports reports = new XarfReports(
            country,
            new ProfileLaw(Map.of(), country.legalProvisions()),
            Map.of("generic-national.baseline", "baseline"));

    static Stream<String> addresses() {
        return Stream.of(
                "https://files.example.org/x/1?page=2",
                "http://FILES.example.org:8443/a b/%zz?q=ü#part",
                "https://b\u00fccher.example/",
                "https://\u0645\u062b\u0627\u0644.example/\u0645",
                "http://192.0.2.7/x",
                "http://[2001:db8::7]:8080/x",
                "https://a-b.example.org/" + "x".repeat(3000),
                "http://under_score.example.org/",
                "http://xn--bcher-kva.example/",
                "http://localhost.test/",
                "http://2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/x");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void every_report_validates_against_the_published_schema(String address) {
        for (Letter letter : List.of(Letters.about(address), Letters.withoutNetwork(address))) {
            JsonNode report = report(letter);

            assertThat(judge(report)).isEmpty();
            assertThat(XarfRules.broken(report)).isEmpty();
        }
    }

    @Test
    void a_report_says_what_was_found_and_nothing_else() {
        JsonNode report = report(Letters.about("https://files.example.org/x/1?page=2"));

        assertThat(report.get("xarf_version").asString()).isEqualTo("4.2.0");
        assertThat(report.get("report_id").asString()).isEqualTo("0f0e7c1e-6b1c-4f5e-9a44-5a8f7f2d9c11");
        assertThat(report.get("timestamp").asString()).isEqualTo("2026-11-24T01:58:00Z");
        assertThat(report.get("source_identifier").asString()).isEqualTo("192.0.2.7");
        assertThat(report.get("category").asString() + "/" + report.get("type").asString())
                .isEqualTo("content/csam");
        assertThat(report.get("url").asString()).isEqualTo("https://files.example.org/x/1?page=2");
        assertThat(report.get("domain").asString()).isEqualTo("files.example.org");
        assertThat(report.get("classification").asString()).isEqualTo("baseline");
        assertThat(report.get("detection_method").asString()).isEqualTo("manual_review");
        assertThat(report.get("asn").asLong()).isEqualTo(64500);
        assertThat(report.get("tags").get(0).asString()).isEqualTo("notice:n-4kq7-x2mz");
        assertThat(report.get("tags").get(1).asString()).isEqualTo("log-entry:" + Letters.LOG_ENTRY);
        assertThat(report.propertyNames())
                .doesNotContain("evidence", "screenshot_url", "_internal", "media_type", "hash_values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://b\u00fccher.example/", "http://192.0.2.7/x", "http://[2001:db8::7]/"})
    void the_domain_is_left_out_where_the_format_has_no_room_for_it(String address) {
        assertThat(report(Letters.about(address)).has("domain")).isFalse();
    }

    @Test
    void a_category_without_a_word_in_the_format_claims_the_least() {
        XarfReports noTable = new XarfReports(country, new ProfileLaw(Map.of(), country.legalProvisions()), Map.of());

        JsonNode report = JSON.readTree(noTable.write(Letters.about("https://files.example.org/"))
                .getFirst()
                .content());

        assertThat(report.get("classification").asString()).isEqualTo("B2");
        assertThat(report.get("description").asString()).contains("section 12");
    }

    /** What the schemas refuse, the rules in the code refuse too. */
    @Test
    void the_rules_are_at_least_as_strict_as_the_schema() {
        JsonNode good = report(Letters.about("https://files.example.org/x/1"));
        int refused = 0;
        for (String key : List.copyOf(good.propertyNames())) {
            for (String wrong : List.of(
                    "null", "\"\"", "\"x y\"", "\"UPPER:x\"", "7", "-1", "[]", "[\"A:b\"]", "{}", "true", "\"4\"")) {
                ObjectNode changed = good.deepCopy().asObject();
                changed.set(key, JSON.readTree(wrong));
                if (!judge(changed).isEmpty()) {
                    refused++;
                    assertThat(XarfRules.broken(changed)).as(key + "=" + wrong).contains(key);
                }
            }
            ObjectNode without = good.deepCopy().asObject();
            without.remove(key);
            assertThat(XarfRules.broken(without).isEmpty())
                    .as("without " + key)
                    .isEqualTo(judge(without).isEmpty());
        }
        assertThat(refused).isGreaterThan(60);
    }

    /** What the schemas would let through and must never leave. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"evidence\": [{\"content_type\": \"text/plain\", \"payload\": \"eA==\"}]",
                "\"screenshot_url\": \"https://example.org/x\"",
                "\"_internal\": {\"note\": \"x\"}",
                "\"whois\": {\"registrant\": \"x\"}",
                "\"report_id\": \"019ab000-0000-7000-8000-000000000001\"",
                "\"url\": \"javascript:alert(1)\"",
                "\"reporter\": {\"org\": \"x\", \"contact\": \"nobody\", \"domain\": \"example.org\"}"
            })
    void what_the_schema_lets_through_is_refused_where_it_must_never_leave(String extra) {
        JsonNode good = report(Letters.about("https://files.example.org/x/1"));
        ObjectNode changed = good.deepCopy().asObject();
        ObjectNode addition = JSON.readTree("{" + extra + "}").asObject();
        changed.setAll(addition);

        assertThat(judge(changed)).as("the schema would take it").isEmpty();
        assertThat(XarfRules.broken(changed)).containsExactlyElementsOf(List.copyOf(addition.propertyNames()));
    }

    @Test
    void a_letter_that_can_not_become_a_good_report_does_not_become_one() {
        Letter onlyWords = Letters.about("https://files.example.org/");
        Letter broken = new Letter(
                onlyWords.noticeId(),
                "not a number: at all",
                onlyWords.recipient(),
                onlyWords.items(),
                onlyWords.answerLink(),
                onlyWords.answerUntil(),
                onlyWords.writtenAt());

        assertThatIllegalStateException()
                .isThrownBy(() -> reports.write(broken))
                .withMessageContaining("tags");
    }

    private JsonNode report(Letter letter) {
        return JSON.readTree(reports.write(letter).getFirst().content());
    }

    private static List<String> judge(JsonNode report) {
        Path folder = Path.of(System.getProperty("conformance.data", "none"), "xarf", "schemas", "v4");
        assumeTrue(Files.isDirectory(folder), "the XARF schemas are not here: " + folder);
        Map<String, String> known = new HashMap<>();
        for (String name : List.of("xarf-core.json", "types/content-base.json", "types/content-csam.json")) {
            known.put(SCHEMAS + name, read(folder.resolve(name)));
        }
        // Format assertions stay off: the validator's e-mail check refuses reserved names such as .example.
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(known))
                .getSchema(SchemaLocation.of(SCHEMAS + "types/content-csam.json"))
                .validate(report)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
