// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.openhotline.reportintake.batch.GivenRow;
import org.openhotline.reportintake.batch.JsonObjects;
import org.openhotline.reportintake.batch.RowReading;
import org.openhotline.reportintake.batch.RowReading.Broken;
import org.openhotline.reportintake.batch.RowReading.Reason;
import org.openhotline.reportintake.batch.RowReading.Row;
import org.openhotline.reportintake.guard.ContentGuard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"url": …, "referrer": …, "note": …, "reference": …, "source": …, "kind": …}}, all but the first may be absent. */
public final class NdjsonRows extends JsonRows {
    private static final Set<String> FIELDS = Set.of("url", "referrer", "note", "reference", "source", "kind", "theme");

    public NdjsonRows(InputStream utf8, JsonMapper json) throws IOException {
        super(JsonObjects.onLines(utf8), json);
    }

    @Override
    protected RowReading row(long line, JsonNode object) {
        if (!FIELDS.containsAll(object.propertyNames())) {
            return new Broken(line, Reason.FIELD_UNKNOWN);
        }
        if (object.values().stream().anyMatch(value -> !value.isString() && !value.isNull())) {
            return new Broken(line, Reason.NOT_A_TEXT);
        }
        Optional<String> url = text(object, "url");
        if (url.isEmpty()) {
            return new Broken(line, Reason.URL_MISSING);
        }
        return new Row(new GivenRow(
                line,
                url.get(),
                text(object, "referrer"),
                text(object, "note"),
                text(object, "reference"),
                text(object, "source"),
                text(object, "kind"),
                text(object, "theme")));
    }

    private static Optional<String> text(JsonNode object, String name) {
        return object.path(name)
                .asStringOpt()
                .filter(text -> !text.isBlank())
                .map(text -> JsonObjects.lengthOfLeftOut(text)
                        .map(length -> ContentGuard.note("text", length))
                        .orElse(text));
    }
}
