// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;

/**
 * What one reporter said of an item.
 *
 * @param text sealed for item and submission
 * @param referrer where on the page, or the page that led there, sealed for item and submission
 */
public record Note(UUID submissionId, Optional<Sealed> text, Optional<Sealed> referrer, Circumstances circumstances) {
    /** Nothing but that it was reported, which is counted anyway. */
    boolean isSilent() {
        return text.isEmpty() && referrer.isEmpty() && circumstances.equals(Circumstances.of(circumstances.source()));
    }

    /** What is absent in the later word was not answered then. */
    Note amendedBy(Note later) {
        return new Note(
                submissionId, later.text.or(() -> text), later.referrer.or(() -> referrer), later.circumstances);
    }
}
