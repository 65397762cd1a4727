// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhotline.reportintake.batch.csv.CsvRows;
import org.openhotline.reportintake.batch.json.NdjsonRows;
import org.openhotline.reportintake.batch.xarf.XarfRows;
import tools.jackson.databind.json.JsonMapper;

/** Reads whole lists in tests. */
public final class Rows {
    public static final Formats FORMATS = (format, utf8) -> switch (format) {
        case CSV -> new CsvRows(utf8);
        case NDJSON -> new NdjsonRows(utf8, JsonMapper.shared());
        case XARF -> new XarfRows(utf8, JsonMapper.shared());
    };

    private Rows() {}

    public static List<RowReading> of(Format format, String text) {
        return of(format, text.getBytes(StandardCharsets.UTF_8));
    }

    public static List<RowReading> of(Format format, byte[] utf8) {
        return of(format, new ByteArrayInputStream(utf8));
    }

    public static List<RowReading> of(Format format, InputStream utf8) {
        try {
            RowReader reader = FORMATS.open(format, utf8);
            List<RowReading> all = new ArrayList<>();
            for (Optional<RowReading> next = reader.next(); next.isPresent(); next = reader.next()) {
                all.add(next.get());
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 3 https://…} for a row, {@code 3 QUOTES} for a broken one. */
    public static List<String> brief(List<RowReading> readings) {
        return readings.stream()
                .map(reading -> reading.line() + " "
                        + switch (reading) {
                            case RowReading.Row(GivenRow row) -> row.url();
                            case RowReading.Broken broken -> broken.reason().name();
                        })
                .toList();
    }

    public static GivenRow only(List<RowReading> readings) {
        return ((RowReading.Row) readings.getFirst()).row();
    }
}
