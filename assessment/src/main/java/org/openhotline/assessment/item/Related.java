// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.util.UUID;
import org.openhotline.contracts.report.DuplicateLevel;

/** An earlier item that has something in common with this one, and by which level; the two stay two items. */
public record Related(UUID itemId, DuplicateLevel level) {}
