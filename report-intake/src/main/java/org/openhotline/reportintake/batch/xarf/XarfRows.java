// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.xarf;

import java.io.IOException;
import java.io.InputStream;
import org.openhotline.reportintake.batch.JsonObjects;
import org.openhotline.reportintake.batch.RowReading;
import org.openhotline.reportintake.batch.json.JsonRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports of the types content/csam and content/csem: one alone, an array of them, or one on each line. */
public final class XarfRows extends JsonRows {
    public XarfRows(InputStream utf8, JsonMapper json) throws IOException {
        super(JsonObjects.in(utf8), json);
    }

    @Override
    protected RowReading row(long line, JsonNode object) {
        return new XarfReport(object).reading(line);
    }
}
