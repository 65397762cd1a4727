// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.util.Optional;
import org.openhotline.reportintake.partner.PartnerReference;

/**
 * What became of one row.
 *
 * @param line where it begins, from 1
 * @param partnerReference the sender's own, as far as it could be read and could be one
 * @param reference of ours, where it was taken
 * @param field which is wrong, where one is
 * @param reason a code of what is wrong, where something is
 */
public record RowResult(
        long line,
        Optional<String> partnerReference,
        Optional<String> reference,
        Optional<String> field,
        Optional<String> reason) {

    public boolean isAccepted() {
        return reason.isEmpty();
    }

    static RowResult accepted(GivenRow row, String reference) {
        return new RowResult(row.line(), shown(row), Optional.of(reference), Optional.empty(), Optional.empty());
    }

    static RowResult refused(GivenRow row, String field, String reason) {
        return new RowResult(row.line(), shown(row), Optional.empty(), Optional.of(field), Optional.of(reason));
    }

    /** What cannot be a reference could be anything, a file or a formula too, and is not kept. */
    private static Optional<String> shown(GivenRow row) {
        return row.reference().flatMap(PartnerReference::read).map(PartnerReference::text);
    }

    static RowResult broken(RowReading.Broken row) {
        return new RowResult(
                row.line(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(row.reason().name()));
    }

    /** Never the texts, so that no log line can hold them. */
    @Override
    public String toString() {
        return "RowResult[" + line + "]";
    }
}
