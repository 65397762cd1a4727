// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.util.UUID;
import org.openhotline.contracts.sealing.Sealed;

/** What one reporter said of an item, sealed for item and submission. */
public record Note(UUID submissionId, Sealed text) {}
