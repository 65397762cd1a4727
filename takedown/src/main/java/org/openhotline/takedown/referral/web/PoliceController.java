// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.web;

import org.openhotline.takedown.referral.ReferralState;
import org.openhotline.takedown.referral.Referrals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The liaison officer's desk. */
@Controller
final class PoliceController {
    private static final int SHOWN = 100;
    private static final int TAKEN_OVER_SHOWN = 20;

    private final PolicePage page;
    private final Referrals referrals;

    PoliceController(PolicePage page, Referrals referrals) {
        this.page = page;
        this.referrals = referrals;
    }

    @GetMapping("/police/")
    String desk(Model model) {
        model.addAttribute("waiting", page.waiting(SHOWN));
        model.addAttribute("waitingInAll", referrals.count(ReferralState.ON_DESK));
        model.addAttribute("takenOver", page.takenOver(TAKEN_OVER_SHOWN));
        return "takedown/police";
    }
}
