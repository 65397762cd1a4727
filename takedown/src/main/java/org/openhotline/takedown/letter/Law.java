// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import java.util.List;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;
import org.openhotline.contracts.item.Classification;

/** What the law says about a classification. */
@FunctionalInterface
public interface Law {

    /** The provisions that content of this category breaks, at least one. */
    List<LegalProvision> broken(Classification classification);
}
