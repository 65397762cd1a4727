// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openhotline.audit.web.Problems;
import org.openhotline.contracts.staff.Actor;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CaseFileApi {
    private final TakeCaseFile taking;

    CaseFileApi(TakeCaseFile taking) {
        this.taking = taking;
    }

    @Schema(name = "CaseFileRequest")
    record Request(
            @Schema(format = "uuid", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String item,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"court", "investigation", "oversight", "complaint", "review"})
            @Nullable
            String purpose) {}

    @Operation(
            operationId = "takeCaseFile",
            summary = "The case file of an item: one signed archive that can be checked without this system",
            description = "That it is taken, by whom and what for, becomes an entry of the log.")
    @Problems
    @ApiResponse(
            responseCode = "200",
            description = "A ZIP as docs/decisions/0046 describes it",
            content = @Content(mediaType = TakeCaseFile.ZIP, schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/api/case-files")
    void take(@RequestBody Request request, Actor actor, HttpServletResponse response) throws IOException {
        taking.take(text(request.item()), text(request.purpose()), actor, response);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
