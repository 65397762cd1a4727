// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.openhotline.audit.casefile.CaseContent;
import org.openhotline.audit.casefile.CollectCase;
import org.openhotline.audit.casefile.Purpose;
import org.openhotline.audit.casefile.WriteCaseFile;
import org.openhotline.chassis.access.ExportLog;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.staff.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands a case file out, once it is stored that it leaves. */
@Component
final class TakeCaseFile {
    static final String ZIP = "application/zip";
    private static final String WHAT = "court-case-file";

    private final CollectCase collecting;
    private final WriteCaseFile writing;
    private final ExportLog exports;

    TakeCaseFile(CollectCase collecting, WriteCaseFile writing, ExportLog exports) {
        this.collecting = collecting;
        this.writing = writing;
        this.exports = exports;
    }

    /** @throws InvalidInput where item or purpose cannot be; nothing is written then */
    void take(String item, String purpose, Actor actor, HttpServletResponse response) throws IOException {
        UUID id = id(item);
        Purpose why = Purpose.of(purpose)
                .orElseThrow(() -> new InvalidInput("purpose", "Say what it is for.", Purpose.codes()));
        CaseContent content = collecting.of(id);
        exports.leaving(WHAT, id, why.code(), content.entries().size(), actor);
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("case-" + id + ".zip")
                        .build()
                        .toString());
        writing.write(content, response.getOutputStream());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(
                    "item", "This is not the id of an item.", "an id such as 01890a5d-ac96-774b-bcce-b302099a8057");
        }
    }
}
