// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.xarf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.reportintake.batch.Format;
import org.openhotline.reportintake.batch.GivenRow;
import org.openhotline.reportintake.batch.Rows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class XarfRowsTest {
    static final String CSAM = """
            {
              "xarf_version": "4.2.0",
              "report_id": "b7ca7591-811e-4d40-83d9-dc043c08555d",
              "timestamp": "2026-01-20T10:30:00Z",
              "reporter": {"org": "Examplia Helpline", "contact": "reports@example.org", "domain": "example.org"},
              "sender": {"org": "Examplia Helpline", "contact": "reports@example.org", "domain": "example.org"},
              "source_identifier": "198.51.100.42",
              "category": "content",
              "type": "csam",
              "url": "https://example.com/page",
              "description": "third row",
              "classification": "A1",
              "detection_method": "hash_match",
              "hash_values": {"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
              "evidence": [{"content_type": "image/png", "payload": "AAAAAAAAAAAA", "description": "no"}],
              "_internal": {"case": "not for you"}
            }
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static List<String> brief(String text) {
        return Rows.brief(Rows.of(Format.XARF, text));
    }

    @Test
    void a_report_becomes_a_row_with_what_helps_an_analyst() {
        GivenRow row = Rows.only(Rows.of(Format.XARF, CSAM));
        assertThat(row.url()).isEqualTo("https://example.com/page");
        assertThat(row.reference()).hasValue("b7ca7591-811e-4d40-83d9-dc043c08555d");
        assertThat(row.theme()).hasValue("abuse-material");
        assertThat(row.note().orElseThrow())
                .startsWith("third row\nclassification: A1\n")
                .contains("sha256: e3b0c44298fc", "[removed: evidence image/png, 9 B]")
                .doesNotContain("AAAA", "not for you", "reports@example.org");
    }

    @Test
    void one_alone_an_array_and_one_on_each_line_are_all_read() {
        String line = JSON.readTree(CSAM).toString();
        assertThat(brief(CSAM)).hasSize(1);
        assertThat(brief("[" + CSAM + ",\n" + CSAM + "]")).hasSize(2).allMatch(row -> row.endsWith("/page"));
        assertThat(brief("[" + line + "," + line + "]")).hasSize(2);
        assertThat(brief(line + "\n" + line + "\n"))
                .containsExactly("1 https://example.com/page", "2 https://example.com/page");
        assertThat(brief(CSAM + CSAM)).hasSize(2);
    }

    @Test
    void a_broken_report_harms_no_other() {
        String line = JSON.readTree(CSAM).toString();
        String half = line.substring(0, line.length() / 2);
        assertThat(brief(half + "\n" + line + "\n" + half + "\n" + line))
                .containsExactly(
                        "1 NOT_JSON", "2 https://example.com/page", "3 NOT_JSON", "4 https://example.com/page");
        assertThat(brief(CSAM.replace("\"csam\"", "\"phishing\"") + CSAM))
                .containsExactly("1 NOT_XARF", "18 https://example.com/page");
    }

    @Test
    void a_payload_of_megabytes_is_measured_and_not_kept() {
        GivenRow row = Rows.only(Rows.of(Format.XARF, CSAM.replace("AAAAAAAAAAAA", "A".repeat(8_000_000))));
        assertThat(row.note().orElseThrow()).contains("[removed: evidence image/png, 6000 kB]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xarf_version",
                "report_id",
                "timestamp",
                "reporter",
                "sender",
                "source_identifier",
                "category",
                "type",
                "url",
                "classification",
                "detection_method"
            })
    void what_must_be_there_must_be_there_and_be_right(String field) {
        ObjectNode without = (ObjectNode) JSON.readTree(CSAM);
        without.remove(field);
        assertThat(brief(without.toString())).containsExactly("1 NOT_XARF");
        ObjectNode wrong = (ObjectNode) JSON.readTree(CSAM);
        wrong.put(field, " ");
        assertThat(brief(wrong.toString())).containsExactly("1 NOT_XARF");
    }

    @Test
    void the_samples_of_the_standard_are_read_and_their_payloads_left_out() throws Exception {
        Path samples = Path.of(System.getProperty("conformance.data", "none"), "xarf/samples/v4");
        assumeTrue(Files.isDirectory(samples), "the XARF samples are not here");
        for (String name : List.of("content-csam.json", "content-csem.json")) {
            String sample = Files.readString(samples.resolve(name));
            JsonNode json = JSON.readTree(sample);
            GivenRow row = Rows.only(Rows.of(Format.XARF, sample));
            assertThat(row.url()).isEqualTo(json.get("url").asString());
            for (JsonNode evidence : json.path("evidence")) {
                assertThat(row.note().orElseThrow())
                        .contains("[removed: evidence ")
                        .doesNotContain(evidence.get("payload").asString());
            }
        }
    }
}
