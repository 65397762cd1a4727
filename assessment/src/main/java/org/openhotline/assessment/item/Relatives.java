// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.util.List;
import java.util.UUID;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.sealing.Sealed;

/** Knows which items have a page or a folder of a site in common, without keeping either. */
@FunctionalInterface
public interface Relatives {
    /** Those that came before, the latest first, and remembers this one for those that come after. */
    List<Related> of(UUID itemId, LocatorKind kind, Sealed address);
}
