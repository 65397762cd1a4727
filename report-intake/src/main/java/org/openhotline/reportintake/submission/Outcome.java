// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.List;
import java.util.UUID;
import org.openhotline.reportintake.reference.Receipt;

/** What became of a report. */
public sealed interface Outcome {

    /** It is stored, now or by an earlier request with the same key and content. */
    record Accepted(UUID submissionId, Receipt receipt) implements Outcome {}

    /** Nothing is stored; everything that is wrong is listed. */
    record Refused(List<Refusal> refusals) implements Outcome {}

    /** Nothing is stored: this key has been used for another report. */
    record KeyUsed() implements Outcome {}
}
