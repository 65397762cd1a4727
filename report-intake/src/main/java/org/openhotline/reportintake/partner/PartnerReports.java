// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner;

import java.util.List;
import java.util.UUID;

/** Which submissions a partner has under which of its references. */
public interface PartnerReports {

    /** Notes a submission; noting it again changes nothing. */
    void note(String account, PartnerReference reference, UUID submissionId);

    /** As {@link #note} for each, in their order, with as few writes as the store allows. */
    default void noteAll(String account, List<Noted> some) {
        some.forEach(each -> note(account, each.reference(), each.submissionId()));
    }

    /** A submission and what its partner calls it. */
    record Noted(PartnerReference reference, UUID submissionId) {}

    /** Those of this partner alone, in the order in which they were noted; the latest {@code limit} of them. */
    List<UUID> under(String account, PartnerReference reference, int limit);
}
