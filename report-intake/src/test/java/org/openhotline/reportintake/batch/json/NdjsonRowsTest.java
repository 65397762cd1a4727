// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhotline.reportintake.batch.Format;
import org.openhotline.reportintake.batch.GivenRow;
import org.openhotline.reportintake.batch.JsonObjects;
import org.openhotline.reportintake.batch.Rows;

class NdjsonRowsTest {
    private static List<String> brief(String ndjson) {
        return Rows.brief(Rows.of(Format.NDJSON, ndjson));
    }

    @Test
    void a_row_is_an_object_of_texts() {
        GivenRow row = Rows.only(Rows.of(
                Format.NDJSON,
                "{\"url\":\"https://example.org/1\",\"referrer\":null,\"note\":\"a \\\"b\\\" } {\",\"reference\":\"X-1\","
                        + "\"source\":\"police\",\"kind\":\"web\",\"theme\":\"grooming\"}"));
        assertThat(row.note()).hasValue("a \"b\" } {");
        assertThat(row.referrer()).isEmpty();
        assertThat(row.reference()).hasValue("X-1");
        assertThat(row.theme()).hasValue("grooming");
    }

    @Test
    void each_line_begins_anew() {
        assertThat(brief("""
                {"url":"https://example.org/1"}
                {"url":"https://example.org/2"
                {"url":"https://example.org/3}

                {"url":"https://example.org/5"}}
                [{"url":"https://example.org/6"}]
                nonsense
                {"url":7}
                {"url":"https://example.org/9","more":1}
                {"note":"no address"}
                {"url":"https://example.org/11",}
                {"url":"https://example.org/12"}"""))
                .contains("1 https://example.org/1", "2 NOT_JSON", "3 NOT_JSON", "5 https://example.org/5")
                .contains("6 https://example.org/6", "7 NOT_AN_OBJECT", "8 NOT_A_TEXT", "9 FIELD_UNKNOWN")
                .endsWith("10 URL_MISSING", "11 NOT_JSON", "12 https://example.org/12");
    }

    @Test
    void a_very_long_note_is_measured_and_not_kept() {
        String note = "n".repeat(5_000_000);
        GivenRow row =
                Rows.only(Rows.of(Format.NDJSON, "{\"url\":\"https://example.org/1\",\"note\":\"" + note + "\"}"));
        assertThat(row.note()).hasValue("[removed: text, 5000 kB]");
    }

    @Test
    void an_object_without_end_is_skipped_and_not_kept() {
        String many = "\"x\":\"y\",".repeat(JsonObjects.LONGEST);
        assertThat(brief("{" + many + "\"z\":1}\n{\"url\":\"https://example.org/2\"}"))
                .containsExactly("1 TOO_LONG", "2 https://example.org/2");
        assertThat(brief("[".repeat(100_000) + "\n{\"url\":\"https://example.org/2\"}"))
                .containsExactly("2 https://example.org/2");
        assertThat(brief(
                        "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}\n{\"url\":\"https://example.org/2\"}"))
                .containsExactly("1 NOT_JSON", "2 https://example.org/2");
    }
}
