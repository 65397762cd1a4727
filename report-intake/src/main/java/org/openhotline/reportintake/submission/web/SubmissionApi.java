// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.Refusal.Reason;
import org.openhotline.reportintake.submission.web.SubmissionJson.Reading;
import org.springframework.http.HttpStatus;
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
    private static final String KEY = "Idempotency-Key";

    private final ReceiveSubmission receiveSubmission;
    private final Words words;

    SubmissionApi(ReceiveSubmission receiveSubmission, Words words) {
        this.receiveSubmission = receiveSubmission;
        this.words = words;
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
                    @RequestHeader(name = KEY, required = false)
                    @Nullable
                    String key,
            @RequestBody JsonNode body) {
        Optional<IdempotencyKey> usable = Optional.ofNullable(key).flatMap(IdempotencyKey::read);
        if (usable.isEmpty()) {
            return refused(List.of(new Refusal(KEY, key == null ? Reason.KEY_MISSING : Reason.KEY_MALFORMED)));
        }
        return switch (SubmissionJson.read(body)) {
            case Reading.Misshapen(List<Refusal> refusals) -> refused(refusals);
            case Reading.Report(var report) -> answer(receiveSubmission.receive(report, usable.get()));
        };
    }

    private ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(UUID _, Receipt receipt) ->
                ResponseEntity.status(HttpStatus.CREATED).body(ReceiptDocument.of(receipt));
            case Outcome.Refused(List<Refusal> refusals) -> refused(refusals);
            case Outcome.KeyUsed() ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new ProblemDocument(
                                "urn:openhotline:problem:key-used",
                                "The key has been used",
                                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                                "This Idempotency-Key belongs to another report. Nothing was stored. Send this report with"
                                        + " a new random key.",
                                List.of()));
        };
    }

    private ResponseEntity<ProblemDocument> refused(List<Refusal> refusals) {
        return problem(
                HttpStatus.BAD_REQUEST,
                new ProblemDocument(
                        "urn:openhotline:problem:invalid-input",
                        "The report is not acceptable",
                        HttpStatus.BAD_REQUEST.value(),
                        "Nothing was stored. Everything that must be put right is listed under errors.",
                        refusals.stream().map(this::error).toList()));
    }

    private ProblemDocument.FieldError error(Refusal refusal) {
        return new ProblemDocument.FieldError(
                refusal.field(), pointer(refusal.field()), words.of(refusal.reason(), Locale.ENGLISH));
    }

    /** {@code addresses[3].kind} as {@code #/addresses/3/kind} (RFC 6901, section 6); headers have none. */
    private static @Nullable String pointer(String field) {
        if (field.equals(KEY)) {
            return null;
        }
        return field.isEmpty()
                ? "#"
                : "#/" + field.replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static ResponseEntity<ProblemDocument> problem(HttpStatus status, ProblemDocument document) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }
}
