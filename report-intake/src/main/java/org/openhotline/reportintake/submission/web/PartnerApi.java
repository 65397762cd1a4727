// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.reportintake.partner.FollowReports;
import org.openhotline.reportintake.partner.FollowReports.Followed;
import org.openhotline.reportintake.partner.Partner;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.partner.PartnerReports;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.Refusal.Reason;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of partners' systems, on the staff origin: a report with a reference of their own, and how far it has come. */
@RestController
@SecurityRequirement(name = "token")
final class PartnerApi {
    private static final String PATH = "/report-intake/api/submissions";
    private static final String OWN = "partnerReference";

    private final Submitting submitting;
    private final PartnerReports reports;
    private final FollowReports followReports;

    PartnerApi(Submitting submitting, PartnerReports reports, FollowReports followReports) {
        this.submitting = submitting;
        this.reports = reports;
        this.followReports = followReports;
    }

    @Operation(
            operationId = "submitAsPartner",
            summary = "Report one or more addresses as a partner",
            description = "Like the anonymous call, with the reference under which the partner keeps the report.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = PartnerDocuments.Report.class))))
    @ApiResponse(
            responseCode = "201",
            description = "Stored; also for a repeated request",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PartnerDocuments.Receipt.class)))
    @Problems
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
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
            @RequestBody JsonNode body,
            Partner partner) {
        JsonNode given = body.path(OWN);
        Optional<PartnerReference> own = given.asStringOpt().flatMap(PartnerReference::read);
        if (!given.isMissingNode() && !given.isNull() && own.isEmpty()) {
            return submitting.refused(List.of(new Refusal(OWN, Reason.PARTNER_REFERENCE_MALFORMED)));
        }
        return submitting.submit(
                Optional.ofNullable(key), partner::own, partner.source(), withoutOwn(body), accepted -> {
                    own.ifPresent(reference -> reports.note(partner.account(), reference, accepted.submissionId()));
                    return PartnerDocuments.Receipt.of(accepted.receipt(), own);
                });
    }

    @Operation(
            operationId = "reportsOfPartner",
            summary = "The partner's own reports under one of its references, with how far they have come")
    @ApiResponse(responseCode = "200", description = "Those of this partner alone; none where there is none")
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    PartnerDocuments.Reports reports(
            @Parameter(description = "As it was sent with the report") @RequestParam("partner-reference")
                    String reference,
            Partner partner) {
        PartnerReference own = PartnerReference.read(reference)
                .orElseThrow(() -> new InvalidInput(
                        "partner-reference", "is not a reference that can be kept", "1 to 100 letters and digits"));
        return new PartnerDocuments.Reports(followReports.under(partner, own).stream()
                .map(followed -> document(followed, own))
                .toList());
    }

    private static PartnerDocuments.Status document(Followed followed, PartnerReference own) {
        return new PartnerDocuments.Status(
                followed.submissionId(),
                own.text(),
                followed.receivedAt(),
                followed.statuses().stream()
                        .map(status -> status.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    private static JsonNode withoutOwn(JsonNode body) {
        return body instanceof ObjectNode object ? object.deepCopy().without(OWN) : body;
    }
}
