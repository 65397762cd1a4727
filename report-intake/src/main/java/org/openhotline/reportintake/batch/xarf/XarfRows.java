// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.xarf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.openhotline.reportintake.batch.JsonObjects;
import org.openhotline.reportintake.batch.JsonObjects.Piece;
import org.openhotline.reportintake.batch.Lines;
import org.openhotline.reportintake.batch.RowReader;
import org.openhotline.reportintake.batch.RowReading;
import org.openhotline.reportintake.batch.RowReading.Broken;
import org.openhotline.reportintake.batch.RowReading.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reports of the types content/csam and content/csem: one alone, an array of them, or one on each line. */
public final class XarfRows implements RowReader {
    private final JsonMapper json;
    private final JsonObjects objects;

    public XarfRows(InputStream utf8, JsonMapper json) throws IOException {
        this.json = json;
        this.objects = JsonObjects.in(utf8);
    }

    @Override
    public Optional<RowReading> next() throws IOException {
        return objects.next().map(piece -> switch (piece) {
            case Piece.Broken(long line, Reason reason) -> new Broken(line, reason);
            case Piece.Candidate(long line, String text) -> reading(line, text);
        });
    }

    private RowReading reading(long line, String text) {
        if (text.indexOf(Lines.NOT_UTF8) >= 0) {
            return new Broken(line, Reason.NOT_UTF8);
        }
        try {
            return new XarfReport(json.readTree(text)).reading(line);
        } catch (JacksonException e) {
            return new Broken(line, Reason.NOT_JSON);
        }
    }
}
