// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.openhotline.reportintake.batch.Format;
import org.openhotline.reportintake.batch.GivenRow;
import org.openhotline.reportintake.batch.Lines;
import org.openhotline.reportintake.batch.Rows;

class CsvRowsTest {
    private static java.util.List<String> brief(String csv) {
        return Rows.brief(Rows.of(Format.CSV, csv));
    }

    @Test
    void a_row_has_six_columns_of_which_the_last_may_be_left_out() {
        GivenRow row = Rows.only(
                Rows.of(Format.CSV, "https://example.org/1;https://example.org/;third row;CASE-1;helpline;web"));
        assertThat(row.url()).isEqualTo("https://example.org/1");
        assertThat(row.referrer()).hasValue("https://example.org/");
        assertThat(row.note()).hasValue("third row");
        assertThat(row.reference()).hasValue("CASE-1");
        assertThat(row.source()).hasValue("helpline");
        assertThat(row.kind()).hasValue("web");
        assertThat(Rows.only(Rows.of(Format.CSV, "https://example.org/1")).note())
                .isEmpty();
        assertThat(brief("a;b;c;d;e;f;g")).containsExactly("1 COLUMNS");
        assertThat(brief(";b")).containsExactly("1 URL_MISSING");
    }

    @Test
    void a_header_a_byte_order_mark_blank_lines_and_any_line_end_are_fine() {
        assertThat(
                        brief(
                                "\uFEFFurl;referrer;note;reference;source;kind\r\nhttps://example.org/1\r\n\r\nhttps://example.org/2\rhttps://example.org/3\n"))
                .containsExactly("2 https://example.org/1", "4 https://example.org/2", "5 https://example.org/3");
        assertThat(brief("\"URL\";\"Referrer\"\nhttps://example.org/1")).containsExactly("2 https://example.org/1");
        assertThat(brief("https://example.org/1\nurl;referrer"))
                .as("only the first line is a header")
                .containsExactly("1 https://example.org/1", "2 url");
    }

    @Test
    void quotes_hold_semicolons_quotes_and_line_breaks_of_a_note() {
        GivenRow row = Rows.only(
                Rows.of(Format.CSV, "\"https://example.org/a;b\";;\"he said \"\"there\"\";\nthen; left\";X-1"));
        assertThat(row.url()).isEqualTo("https://example.org/a;b");
        assertThat(row.note()).hasValue("he said \"there\";\nthen; left");
        assertThat(row.reference()).hasValue("X-1");
        assertThat(brief("\"https://example.org/\n1\";x\nhttps://example.org/2"))
                .containsExactly("1 LINE_BREAK", "2 QUOTES", "3 https://example.org/2");
    }

    @Test
    void a_quote_that_is_never_closed_spoils_its_own_line_alone() {
        assertThat(brief(
                        "https://example.org/1\n\"https://example.org/2\nhttps://example.org/3\nhttps://example.org/4"))
                .containsExactly(
                        "1 https://example.org/1", "2 QUOTES", "3 https://example.org/3", "4 https://example.org/4");
        assertThat(brief("\"https://example.org/1\"x;y\nhttps://example.org/2"))
                .containsExactly("1 QUOTES", "2 https://example.org/2");
    }

    @Test
    void two_stray_quotes_far_apart_do_not_swallow_what_is_between_them() {
        assertThat(
                        brief(
                                "https://example.org/1;\"x\nhttps://example.org/2\nhttps://example.org/3;\"y\nhttps://example.org/4"))
                .contains("2 https://example.org/2", "4 https://example.org/4")
                .doesNotContain("1 https://example.org/1");
    }

    @Test
    void a_line_without_end_is_skipped_and_not_kept() {
        assertThat(brief("https://example.org/1\nhttps://example.org/" + "x".repeat(10 * Lines.LONGEST)
                        + "\nhttps://example.org/3"))
                .containsExactly("1 https://example.org/1", "2 TOO_LONG", "3 https://example.org/3");
        assertThat(brief("a;;\"" + "line\n".repeat(300) + "\";x\nhttps://example.org/3"))
                .startsWith("1 QUOTES")
                .endsWith("302 https://example.org/3");
    }

    @Test
    void what_is_not_utf8_spoils_its_own_line_alone() {
        assertThat(Rows.brief(Rows.of(
                        Format.CSV,
                        "https://example.org/1;;caf\u00e9\nhttps://example.org/2"
                                .getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("1 NOT_UTF8", "2 https://example.org/2");
    }
}
