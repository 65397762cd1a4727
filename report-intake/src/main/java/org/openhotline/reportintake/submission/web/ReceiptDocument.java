// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.reportintake.reference.Receipt;

/** The answer to a report. */
@Schema(name = "Receipt")
record ReceiptDocument(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "7K4M-9QRT-2HXC")
        String reference,

        @Schema(
                description = "Shown here only; with the reference it opens the status page",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String secret,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "received")
        String status) {

    static ReceiptDocument of(Receipt receipt) {
        return new ReceiptDocument(
                receipt.reference().text(),
                receipt.secret().text(),
                CoarseStatus.RECEIVED.name().toLowerCase(Locale.ROOT));
    }

    /** Never the pair, so that no log line can hold it. */
    @Override
    public String toString() {
        return "ReceiptDocument[…]";
    }
}
