// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.json;

import java.io.IOException;
import java.util.Optional;
import org.openhotline.reportintake.batch.JsonObjects;
import org.openhotline.reportintake.batch.JsonObjects.Piece;
import org.openhotline.reportintake.batch.Lines;
import org.openhotline.reportintake.batch.RowReader;
import org.openhotline.reportintake.batch.RowReading;
import org.openhotline.reportintake.batch.RowReading.Broken;
import org.openhotline.reportintake.batch.RowReading.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows that are JSON objects; what an object means a subclass knows. */
public abstract class JsonRows implements RowReader {
    private final JsonObjects objects;
    private final JsonMapper json;

    protected JsonRows(JsonObjects objects, JsonMapper json) {
        this.objects = objects;
        this.json = json;
    }

    /** @param line where the object begins */
    protected abstract RowReading row(long line, JsonNode object);

    @Override
    public final Optional<RowReading> next() throws IOException {
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
            return row(line, json.readTree(text));
        } catch (JacksonException e) {
            return new Broken(line, Reason.NOT_JSON);
        }
    }
}
