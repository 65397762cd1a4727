// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import static org.openhotline.contracts.lifecycle.Lifecycle.row;
import static org.openhotline.contracts.lifecycle.Lifecycle.rowIf;
import static org.openhotline.contracts.staff.Role.LIAISON_OFFICER;
import static org.openhotline.contracts.staff.Role.SYSTEM;
import static org.openhotline.takedown.referral.ReferralState.ACKNOWLEDGED;
import static org.openhotline.takedown.referral.ReferralState.ON_DESK;
import static org.openhotline.takedown.referral.ReferralStep.ACKNOWLEDGE;
import static org.openhotline.takedown.referral.ReferralStep.ANNOUNCE;

import org.openhotline.contracts.lifecycle.Lifecycle;

/** The one table of a referral; its picture is docs/lifecycles/referral.md. */
public final class ReferralLifecycle {
    public static final Lifecycle<ReferralState, ReferralStep> TABLE = Lifecycle.of(
            "referral",
            ON_DESK,
            rowIf("the mail to the desk was taken over", ON_DESK, ANNOUNCE, ON_DESK, SYSTEM),
            row(ON_DESK, ACKNOWLEDGE, ACKNOWLEDGED, LIAISON_OFFICER));

    private ReferralLifecycle() {}
}
