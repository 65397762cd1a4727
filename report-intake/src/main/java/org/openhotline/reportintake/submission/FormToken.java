// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.util.UUID;

/**
 * What lets a form add to a report.
 *
 * @param located whether the first page asked already where exactly it is
 * @param gentle whether the reporter said to be a child
 */
public record FormToken(UUID submissionId, Instant expiresAt, boolean located, boolean gentle) {

    public FormToken gently() {
        return new FormToken(submissionId, expiresAt, located, true);
    }

    /** Never the submission, to which the token is the way. */
    @Override
    public String toString() {
        return "FormToken[…]";
    }
}
