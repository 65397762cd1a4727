// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.reportintake.batch.Results;
import org.openhotline.reportintake.batch.RowReading;
import org.openhotline.reportintake.batch.RowResult;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what became of each row, batch by batch, as CSV or NDJSON. */
@Component
final class ResultLines {
    private static final List<String> COLUMNS =
            List.of("line", "outcome", "reference", "partner-reference", "field", "reason", "detail");

    private final Results results;
    private final Words words;
    private final JsonMapper json;

    ResultLines(Results results, Words words, JsonMapper json) {
        this.results = results;
        this.words = words;
        this.json = json;
    }

    void writeCsv(UUID importId, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text(out))) {
            csv.writeRecord(COLUMNS);
            for (long batch = 0; true; batch++) {
                List<RowResult> rows = results.of(importId, batch);
                if (rows.isEmpty()) {
                    return;
                }
                rows.forEach(row -> csv.writeRecord(fields(row)));
            }
        }
    }

    void writeNdjson(UUID importId, OutputStream out) throws IOException {
        try (Writer text = text(out)) {
            for (long batch = 0; true; batch++) {
                List<RowResult> rows = results.of(importId, batch);
                if (rows.isEmpty()) {
                    return;
                }
                for (RowResult row : rows) {
                    text.write(json.writeValueAsString(object(row)));
                    text.write('\n');
                }
            }
        }
    }

    /** What is wrong, in words; empty where nothing is. */
    String words(RowResult row) {
        return row.reason().map(this::words).orElse("");
    }

    /** A code is one of a reader, one of a report as such, or neither. */
    private String words(String code) {
        for (RowReading.Reason reason : RowReading.Reason.values()) {
            if (reason.name().equals(code)) {
                return words(reason);
            }
        }
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            if (reason.name().equals(code)) {
                return words.of(reason, Locale.ENGLISH);
            }
        }
        return "It could not be stored because of a fault of ours. Send the list again.";
    }

    private static String words(RowReading.Reason reason) {
        return switch (reason) {
            case TOO_LONG -> "The row is longer than any report can be.";
            case NOT_UTF8 -> "The row is not written in UTF-8.";
            case QUOTES -> "A quote is missing, or something follows one (RFC 4180).";
            case COLUMNS -> "There are more columns than url;referrer;note;reference;source;kind.";
            case LINE_BREAK -> "Only a note may go over several lines.";
            case NOT_JSON -> "This is not JSON.";
            case NOT_AN_OBJECT -> "This is not a JSON object.";
            case FIELD_UNKNOWN ->
                "There is a field that nobody reads; known are url, referrer, note, reference, source, kind"
                        + " and theme.";
            case NOT_A_TEXT -> "A value is not a text.";
            case URL_MISSING -> "The address is missing.";
            case TOO_MANY_ROWS ->
                "One list has no more rows than that; nothing from this line on was stored. Send the rest as another"
                        + " list.";
            case NOT_XARF ->
                "This is not a content/csam or content/csem report of XARF version 4, or something that it must"
                        + " have is missing.";
        };
    }

    private List<String> fields(RowResult row) {
        return List.of(
                String.valueOf(row.line()),
                outcome(row),
                row.reference().orElse(""),
                reference(row).orElse(""),
                row.field().orElse(""),
                row.reason().orElse(""),
                words(row));
    }

    private Map<String, Object> object(RowResult row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("line", row.line());
        object.put("outcome", outcome(row));
        row.reference().ifPresent(text -> object.put("reference", text));
        reference(row).ifPresent(text -> object.put("partner-reference", text));
        row.field().filter(f -> !f.isEmpty()).ifPresent(text -> object.put("field", text));
        row.reason().ifPresent(text -> object.put("reason", text));
        row.reason().ifPresent(text -> object.put("detail", words(row)));
        return object;
    }

    private static String outcome(RowResult row) {
        return row.isAccepted() ? "accepted" : "refused";
    }

    /** Nothing that a spreadsheet could take for a formula is a reference. */
    private static Optional<String> reference(RowResult row) {
        return row.partnerReference().flatMap(PartnerReference::read).map(PartnerReference::text);
    }

    private static Writer text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
