// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openhotline.reportintake.batch.xarf.XarfSamples;
import tools.jackson.databind.json.JsonMapper;

/** Laws of the readers: every good row is read as it was written, whatever stands beside it. */
class BatchProperties {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A line of a list: a good row by its number, or rubbish. */
    record Line(int good, String rubbish) {}

    @Property(tries = 300)
    void what_was_written_as_csv_is_read_as_it_was_written(@ForAll("fields") List<List<String>> rows)
            throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            rows.forEach(csv::writeRecord);
        }
        List<List<String>> read = Rows.of(Format.CSV, text.toString()).stream()
                .map(reading -> ((RowReading.Row) reading).row())
                .map(row -> List.of(
                        row.url(),
                        row.referrer().orElse(""),
                        row.note().orElse("").replace("\r\n", "\n").replace('\r', '\n'),
                        row.reference().orElse("")))
                .toList();
        assertThat(read)
                .isEqualTo(rows.stream()
                        .map(row -> List.of(
                                row.get(0),
                                blankless(row.get(1)),
                                blankless(row.get(2)).replace("\r\n", "\n").replace('\r', '\n'),
                                blankless(row.get(3))))
                        .toList());
    }

    @Property(tries = 300)
    void rubbish_without_quotes_harms_no_row_of_a_csv_list(@ForAll("lines") List<Line> lines) {
        assertGoodRowsSurvive(Format.CSV, lines, i -> url(i) + ";;note;R-" + i, rubbish -> rubbish.replace("\"", "'"));
    }

    @Property(tries = 300)
    void rubbish_harms_no_row_of_an_ndjson_list(@ForAll("lines") List<Line> lines) {
        assertGoodRowsSurvive(
                Format.NDJSON, lines, i -> "{\"url\":\"" + url(i) + "\",\"note\":\"} {\"}", rubbish -> rubbish);
    }

    @Property(tries = 200)
    void rubbish_harms_no_report_that_follows_a_good_one_in_lines_of_xarf(@ForAll("lines") List<Line> lines) {
        List<Line> afterOne = new ArrayList<>(List.of(new Line(1_000_000, "")));
        afterOne.addAll(lines);
        assertGoodRowsSurvive(Format.XARF, afterOne, i -> XarfSamples.onOneLine(url(i)), rubbish -> rubbish);
    }

    @Property(tries = 500)
    void anything_is_read_to_its_end_in_order(@ForAll("hostile") String text) {
        for (Format format : Format.values()) {
            Readings.areInOrder(format, text);
        }
    }

    private static void assertGoodRowsSurvive(
            Format format,
            List<Line> lines,
            java.util.function.IntFunction<String> good,
            java.util.function.UnaryOperator<String> tamed) {
        StringBuilder list = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.good() >= 0) {
                list.append(good.apply(line.good()));
                expected.add((i + 1) + " " + url(line.good()));
            } else {
                list.append(tamed.apply(line.rubbish()));
            }
            list.append('\n');
        }
        assertThat(Rows.brief(Rows.of(format, list.toString())).stream()
                        .filter(row -> row.contains("https://good.example.org/"))
                        .toList())
                .isEqualTo(expected);
    }

    private static String url(int i) {
        return "https://good.example.org/" + i;
    }

    private static String blankless(String field) {
        return field.isBlank() ? "" : field;
    }

    @Provide
    Arbitrary<List<List<String>>> fields() {
        Arbitrary<String> line =
                Arbitraries.strings().withChars("ab\";,'= é漢/").ofMaxLength(12).map(s -> s.strip());
        Arbitrary<String> note = Arbitraries.strings().withChars("ab\";\n\r é").ofMaxLength(12);
        return Combinators.combine(line, line, note, line)
                .as((url, referrer, words, reference) ->
                        List.of("https://example.org/" + url, referrer, words, reference))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Line> good = Arbitraries.integers().between(0, 999).map(i -> new Line(i, ""));
        Arbitrary<Line> rubbish = Arbitraries.oneOf(
                        Arbitraries.strings().withChars("{}[]\",:;\\ abc\t").ofMaxLength(30),
                        Arbitraries.of("{", "{\"url\":\"x", "\"", "[", "]", "}", "{\"a\":{", "{\"a\":\"\\", ";;;;;;;;"))
                .map(text -> new Line(-1, text));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, good), net.jqwik.api.Tuple.of(1, rubbish))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        "\"\"",
                        "\\",
                        ";",
                        ",",
                        "\n",
                        "\r\n",
                        "\r",
                        "\uFEFF",
                        "\uFDD0",
                        "\uFFFD",
                        "url",
                        "{\"url\":\"https://example.org/\"}",
                        "https://example.org/",
                        " ",
                        "\u0000",
                        "é",
                        "evidence",
                        ":")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }
}
