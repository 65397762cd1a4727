// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhotline.reportintake.partner.PartnerReference;

/** What partners send and get. */
final class PartnerDocuments {
    private PartnerDocuments() {}

    /** A report with the partner's own reference; for the OpenAPI document only. */
    @Schema(name = "PartnerReport", allOf = ReportDocument.class)
    record Report(
            @Schema(
                    description = "How the partner calls the report; kept sealed",
                    example = "CASE-2026-0815",
                    maxLength = PartnerReference.LONGEST)
            @Nullable
            String partnerReference) {}

    @Schema(name = "PartnerReceipt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String reference,

            @Schema(
                    description = "Shown here only; with the reference it opens the status page",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String secret,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "received")
            String status,

            @Nullable String partnerReference) {

        static Receipt of(
                org.openhotline.reportintake.reference.Receipt receipt, Optional<PartnerReference> reference) {
            ReceiptDocument plain = ReceiptDocument.of(receipt);
            return new Receipt(
                    plain.reference(),
                    plain.secret(),
                    plain.status(),
                    reference.map(PartnerReference::text).orElse(null));
        }

        /** Never the pair, so that no log line can hold it. */
        @Override
        public String toString() {
            return "Receipt[…]";
        }
    }

    /** @param statuses one for each address, in the order given */
    @Schema(name = "PartnerReportStatus")
    record Status(UUID submission, String partnerReference, Instant receivedAt, List<String> statuses) {}

    @Schema(name = "PartnerReports")
    record Reports(List<Status> submissions) {}
}
