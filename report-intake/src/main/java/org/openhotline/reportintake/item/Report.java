// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;

/**
 * One submission's word about one item; address, note and referrer are sealed for the item.
 *
 * @param spelling blind index of the address letter for letter
 * @param amendments how often the submission was added to so far
 */
public record Report(
        UUID itemId,
        UUID submissionId,
        LocatorKind kind,
        Sealed address,
        String spelling,
        Optional<Sealed> note,
        Optional<Sealed> referrer,
        Circumstances circumstances,
        int amendments) {}
