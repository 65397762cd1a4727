// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

import static org.openhotline.contracts.lifecycle.Lifecycle.rowIf;
import static org.openhotline.contracts.staff.Role.LIAISON_OFFICER;
import static org.openhotline.contracts.staff.Role.SENIOR_ANALYST;

import org.openhotline.contracts.lifecycle.Lifecycle;

/** The way of a request to be shown a contact, as one table. */
public final class DisclosureLifecycle {
    private static final String ANOTHER = "another person than the one who asked";

    public static final Lifecycle<DisclosureState, DisclosureStep> TABLE = Lifecycle.of(
            "disclosure",
            DisclosureState.REQUESTED,
            rowIf(ANOTHER, DisclosureState.REQUESTED, DisclosureStep.APPROVE, DisclosureState.APPROVED, SENIOR_ANALYST),
            rowIf(ANOTHER, DisclosureState.REQUESTED, DisclosureStep.REFUSE, DisclosureState.REFUSED, SENIOR_ANALYST),
            rowIf(
                    "the person who asked; the look is stored before the contact is opened",
                    DisclosureState.APPROVED,
                    DisclosureStep.SHOW,
                    DisclosureState.USED,
                    LIAISON_OFFICER));

    private DisclosureLifecycle() {}
}
