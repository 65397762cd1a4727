// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhotline.reportintake.batch.GivenRow;
import org.openhotline.reportintake.batch.Lines;
import org.openhotline.reportintake.batch.Lines.Line;
import org.openhotline.reportintake.batch.RowReader;
import org.openhotline.reportintake.batch.RowReading;
import org.openhotline.reportintake.batch.RowReading.Broken;
import org.openhotline.reportintake.batch.RowReading.Reason;
import org.openhotline.reportintake.batch.RowReading.Row;

/**
 * {@code url;referrer;note;reference;source;kind}, the last ones may be left out, a first line with these names too;
 * quoting by RFC 4180. The library parses one record at a time, cut out here: so a quote that is never closed spoils its
 * own line and not the rest of the file.
 */
public final class CsvRows implements RowReader {
    private static final List<String> COLUMNS = List.of("url", "referrer", "note", "reference", "source", "kind");
    private static final int NOTE = COLUMNS.indexOf("note");
    /** Lines that one note may have. */
    private static final int MOST_LINES = 100;

    private static final CsvReader.CsvReaderBuilder FORMAT = CsvReader.builder()
            .fieldSeparator(';')
            .allowExtraCharsAfterClosingQuote(false)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true);

    private final Lines lines;
    private boolean begun;

    public CsvRows(InputStream utf8) {
        this.lines = new Lines(utf8);
    }

    @Override
    public Optional<RowReading> next() throws IOException {
        while (true) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            boolean header = !begun && isHeader(line.get().text());
            begun = true;
            if (!header && !(line.get().text().isBlank() && !line.get().isTooLong())) {
                return Optional.of(reading(line.get()));
            }
        }
    }

    private RowReading reading(Line first) throws IOException {
        List<Line> taken = new ArrayList<>(List.of(first));
        int length = first.text().length();
        boolean open = quotes(first) % 2 == 1;
        while (open && !first.isTooLong() && taken.size() < MOST_LINES && length < Lines.LONGEST) {
            Optional<Line> more = lines.next();
            if (more.isEmpty()) {
                break;
            }
            taken.add(more.get());
            if (more.get().isTooLong()) {
                break;
            }
            length += more.get().text().length();
            open = quotes(more.get()) % 2 == 0;
        }
        RowReading reading =
                taken.getLast().isTooLong() ? new Broken(first.number(), tooLong(taken)) : parsed(first, taken, open);
        if (reading instanceof Broken && taken.size() > 1) {
            lines.pushBack(taken.subList(1, taken.size()));
        }
        return reading;
    }

    private static Reason tooLong(List<Line> taken) {
        return taken.size() == 1 ? Reason.TOO_LONG : Reason.QUOTES;
    }

    private static RowReading parsed(Line first, List<Line> taken, boolean open) {
        if (open) {
            return new Broken(first.number(), Reason.QUOTES);
        }
        String record = String.join("\n", taken.stream().map(Line::text).toList());
        if (record.indexOf(Lines.NOT_UTF8) >= 0) {
            return new Broken(first.number(), Reason.NOT_UTF8);
        }
        try (CsvReader<CsvRecord> reader = FORMAT.ofCsvRecord(record)) {
            return reader.stream()
                    .findFirst()
                    .map(r -> row(first.number(), r.getFields()))
                    .orElseGet(() -> new Broken(first.number(), Reason.COLUMNS));
        } catch (CsvParseException | IOException e) {
            return new Broken(first.number(), Reason.QUOTES);
        }
    }

    private static RowReading row(long line, List<String> fields) {
        if (fields.size() > COLUMNS.size()) {
            return new Broken(line, Reason.COLUMNS);
        }
        for (int i = 0; i < fields.size(); i++) {
            if (i != NOTE && fields.get(i).indexOf('\n') >= 0) {
                return new Broken(line, Reason.LINE_BREAK);
            }
        }
        return fields.getFirst().isBlank()
                ? new Broken(line, Reason.URL_MISSING)
                : new Row(new GivenRow(
                        line,
                        fields.getFirst(),
                        field(fields, 1),
                        field(fields, 2),
                        field(fields, 3),
                        field(fields, 4),
                        field(fields, 5),
                        Optional.empty()));
    }

    private static Optional<String> field(List<String> fields, int index) {
        return index < fields.size() ? Optional.of(fields.get(index)).filter(f -> !f.isBlank()) : Optional.empty();
    }

    private static long quotes(Line line) {
        return line.text().chars().filter(c -> c == '"').count();
    }

    private static boolean isHeader(String line) {
        List<String> names =
                List.of(line.toLowerCase(Locale.ROOT).replace("\"", "").strip().split(";", -1));
        return names.size() <= COLUMNS.size()
                && COLUMNS.subList(0, names.size()).equals(names);
    }
}
