// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.openhotline.reportintake.batch.Import;

/**
 * An import as a call answers it.
 *
 * @param rows that have been dealt with so far
 */
@Schema(name = "Import")
record ImportDocument(
        UUID id,
        @Schema(allowableValues = {"csv", "ndjson", "xarf"}) String format,
        String source,

        @Schema(allowableValues = {"running", "interrupted", "finished"})
        String status,

        long rows,
        long accepted,
        long refused,
        Instant startedAt,
        String results) {

    static ImportDocument of(Import list, Instant now) {
        return new ImportDocument(
                list.id(),
                list.format().wireName(),
                list.source().wireName(),
                status(list, now),
                list.rows(),
                list.accepted(),
                list.refused(),
                list.startedAt(),
                ImportApi.PATH + "/" + list.id() + "/results");
    }

    static String status(Import list, Instant now) {
        return list.isFinished() ? "finished" : list.isBusy(now) ? "running" : "interrupted";
    }
}
