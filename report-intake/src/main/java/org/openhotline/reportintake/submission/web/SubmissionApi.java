// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The form for programs. Anonymous like the form: no token, nothing about the sender is kept. */
@RestController
final class SubmissionApi {
    private final Submitting submitting;

    SubmissionApi(Submitting submitting) {
        this.submitting = submitting;
    }

    @Operation(
            operationId = "submit",
            summary = "Report one or more addresses",
            description =
                    "A report is accepted as a whole or not at all. The same key and the same content give the same"
                            + " reference and secret again, so a request whose answer was lost can simply be repeated.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ReportDocument.class))))
    @ApiResponse(
            responseCode = "201",
            description = "Stored; also for a repeated request",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReceiptDocument.class)))
    @Problems
    @PostMapping(path = "/api/submissions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> submit(
            @Parameter(
                            description = "Random text of the sender's choice for this report, such as a UUID",
                            required = true,
                            schema =
                                    @Schema(
                                            type = "string",
                                            minLength = IdempotencyKey.SHORTEST,
                                            maxLength = IdempotencyKey.LONGEST))
                    @RequestHeader(name = Submitting.KEY, required = false)
                    @Nullable
                    String key,
            @RequestBody JsonNode body) {
        return submitting.submit(
                Optional.ofNullable(key),
                UnaryOperator.identity(),
                Source.PUBLIC,
                body,
                accepted -> ReceiptDocument.of(accepted.receipt()));
    }
}
