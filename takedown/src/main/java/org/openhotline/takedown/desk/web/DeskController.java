// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.desk.web;

import java.time.InstantSource;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.takedown.notice.Notices;
import org.openhotline.takedown.removal.Removals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The service's start page: the desk for takedown officers, on to the police page for liaison officers. */
@Controller
final class DeskController {
    private final Removals removals;
    private final Notices notices;
    private final InstantSource clock;

    DeskController(Removals removals, Notices notices, InstantSource clock) {
        this.removals = removals;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/")
    String desk(Actor actor, Model model) {
        if (!actor.isOneOf(Role.TAKEDOWN_OFFICER)) {
            return "redirect:/police/";
        }
        model.addAttribute("desk", DeskView.of(removals, notices, clock.instant()));
        model.addAttribute("alsoLiaison", actor.isOneOf(Role.LIAISON_OFFICER));
        return "takedown/desk";
    }
}
