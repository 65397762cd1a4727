// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent, for the OpenAPI document only; {@link SubmissionJson} reads it. */
@Schema(name = "Report")
record ReportDocument(
        @Schema(
                description = "The addresses, each as a text or as an object",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @ArraySchema(minItems = 1, maxItems = 20, schema = @Schema(oneOf = {String.class, AddressDocument.class}))
        List<Object> addresses,

        @Schema(description = "What was seen, in free words", maxLength = 4000, nullable = true) @Nullable
        String note,

        @Schema(
                description = "Where on the page, or the page that led there, in free words",
                maxLength = 2000,
                nullable = true)
        @Nullable
        String referrer,

        @Schema(
                description = "What the reporter thinks it is",
                allowableValues = {
                    "abuse-material",
                    "grooming",
                    "sexual-extortion",
                    "travel",
                    "synthetic",
                    "adult",
                    "other"
                },
                nullable = true)
        @Nullable
        String theme,

        @Schema(description = "Whether a child is in danger now; looked at first", nullable = true) @Nullable
        Boolean childInDanger,

        @Schema(description = "Whether the reporter is the child shown, or a child", nullable = true) @Nullable
        Boolean selfReport,

        @Schema(
                description = "How to reach the reporter, only with a consent; kept sealed and apart, and erased after"
                        + " the country's retention time",
                maxLength = 200,
                nullable = true)
        @Nullable
        String contact,

        @Schema(
                description = "What the contact may be used for; needed with a contact, and refused without one",
                nullable = true)
        @Nullable
        ConsentDocument consent,

        @Schema(description = "BCP 47 tag; one of the country's languages", example = "en", nullable = true) @Nullable
        String language) {

    /** Each asked of the reporter by itself. */
    @Schema(name = "Consent")
    record ConsentDocument(
            @Schema(
                    description = "The reporter may be asked questions and told what became of the report",
                    defaultValue = "false")
            @Nullable
            Boolean feedback,

            @Schema(description = "Police may be told who reported", defaultValue = "false") @Nullable
            Boolean police) {}

    /** One address with its kind. */
    @Schema(name = "Address")
    record AddressDocument(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "https://example.org/page", maxLength = 8192)
            String address,

            @Schema(
                    description = "Checked where given; follows from the address otherwise",
                    allowableValues = {
                        "web",
                        "onion",
                        "app-account",
                        "messenger-group",
                        "email",
                        "phone",
                        "p2p-hash",
                        "live-stream",
                        "other"
                    })
            @Nullable
            String kind) {}
}
