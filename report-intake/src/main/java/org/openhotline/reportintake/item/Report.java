// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;

/** One submission's word about one item; address, note and referrer are sealed for the item. */
public record Report(
        UUID itemId,
        UUID submissionId,
        LocatorKind kind,
        Sealed address,
        Optional<Sealed> note,
        Optional<Sealed> referrer,
        Circumstances circumstances) {}
