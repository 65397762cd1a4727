// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhotline.chassis.access.ExportLog;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.openhotline.reportintake.batch.Format;
import org.openhotline.reportintake.batch.Import;
import org.openhotline.reportintake.batch.ImportOrder;
import org.openhotline.reportintake.batch.ImportOutcome;
import org.openhotline.reportintake.batch.Imports;
import org.openhotline.reportintake.batch.RunImport;
import org.openhotline.reportintake.partner.Partner;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Lists of many reports from partners' systems. The body is read as it arrives and never kept. */
@RestController
@SecurityRequirement(name = "token")
final class ImportApi {
    static final String PATH = "/report-intake/api/imports";
    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";
    static final String XARF = "application/xarf+json";

    private static final Map<String, Format> FORMATS =
            Map.of(CSV, Format.CSV, NDJSON, Format.NDJSON, XARF, Format.XARF, "application/json", Format.XARF);

    private final RunImport runImport;
    private final Imports imports;
    private final ResultLines resultLines;
    private final ExportLog exports;
    private final InstantSource clock;

    ImportApi(RunImport runImport, Imports imports, ResultLines resultLines, ExportLog exports, InstantSource clock) {
        this.runImport = runImport;
        this.imports = imports;
        this.resultLines = resultLines;
        this.exports = exports;
        this.clock = clock;
    }

    @Operation(
            operationId = "importReports",
            summary = "Send many reports as one list",
            description = "Each row becomes a report of its own; one that is wrong is told in the results and harms no"
                    + " other. Where the call breaks off, send the same list under the same key again: it goes on, and"
                    + " nothing is stored twice.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description =
                                    "url;referrer;note;reference;source;kind (RFC 4180 with semicolons), the same as"
                                            + " objects on lines, or XARF v4 reports of the types content/csam and content/csem",
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(mediaType = NDJSON, schema = @Schema(type = "string")),
                                @Content(mediaType = XARF, schema = @Schema(type = "string"))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "Read to its end",
            content = @Content(schema = @Schema(implementation = ImportDocument.class)))
    @ApiResponse(responseCode = "400", description = "The key is missing or malformed")
    @ApiResponse(responseCode = "409", description = "Another call with this key is still reading the list")
    @ApiResponse(responseCode = "422", description = "The key has been used for another list")
    @PostMapping(
            path = PATH,
            consumes = {CSV, NDJSON, XARF, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<?> send(
            @Parameter(description = "Random text of the sender's choice for this list", required = true)
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            Partner partner,
            HttpServletRequest request)
            throws IOException {
        IdempotencyKey given = Optional.ofNullable(key)
                .flatMap(IdempotencyKey::read)
                .orElseThrow(() -> new InvalidInput(
                        "Idempotency-Key", "is missing or malformed", "16 to 128 letters, digits or . _ ~ : + / = -"));
        ImportOrder order = new ImportOrder(
                partner.account(),
                partner.source(),
                Set.of(partner.source()),
                FORMATS.getOrDefault(type.getType() + "/" + type.getSubtype(), Format.XARF),
                partner.own(given));
        return switch (runImport.run(order, request.getInputStream())) {
            case ImportOutcome.Done(Import list) -> ResponseEntity.ok(ImportDocument.of(list, clock.instant()));
            case ImportOutcome.Busy() ->
                problem(
                        HttpStatus.CONFLICT,
                        "key-in-use",
                        "Another call with this Idempotency-Key is still reading the list.");
            case ImportOutcome.KeyUsed() ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "key-used",
                        "This Idempotency-Key belongs to another list. Nothing was stored. Send this list with a new"
                                + " random key.");
        };
    }

    @Operation(operationId = "importStatus", summary = "How far a list of the partner's own has come")
    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportDocument status(@PathVariable UUID id, Partner partner) {
        return ImportDocument.of(own(id, partner), clock.instant());
    }

    @Operation(
            operationId = "importResults",
            summary = "What became of each row, as CSV or, where asked for, NDJSON",
            description = "line, outcome, our reference, the partner's own, and what is wrong")
    @GetMapping(
            path = PATH + "/{id}/results",
            produces = {CSV, NDJSON})
    void results(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = CSV) String accept,
            Partner partner,
            HttpServletResponse response)
            throws IOException {
        Import list = own(id, partner);
        UUID own = list.id();
        exports.leaving("import-results", own, list.rows(), partner.account());
        if (accept.contains(NDJSON)) {
            response.setContentType(NDJSON);
            resultLines.writeNdjson(own, response.getOutputStream());
        } else {
            response.setContentType(CSV + ";charset=utf-8");
            resultLines.writeCsv(own, response.getOutputStream());
        }
    }

    /** Another partner's import does not exist for this one. */
    private Import own(UUID id, Partner partner) {
        return imports.find(id)
                .filter(list -> list.account().equals(partner.account()))
                .orElseThrow(() -> new NotFound("There is no such import of yours."));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(java.net.URI.create("urn:openhotline:problem:" + code));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
