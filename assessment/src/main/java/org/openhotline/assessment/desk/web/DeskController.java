// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.ClaimItem;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.staff.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The queue, and taking something from it. */
@Controller
final class DeskController {
    private final AssessedItems items;
    private final ClaimItem claims;
    private final ClassificationProfile profile;
    private final InstantSource clock;

    DeskController(AssessedItems items, ClaimItem claims, ClassificationProfile profile, InstantSource clock) {
        this.items = items;
        this.claims = claims;
        this.profile = profile;
        this.clock = clock;
    }

    @GetMapping("/")
    String queue(Actor actor, Model model) {
        model.addAttribute("queue", QueuePage.of(items, actor, clock.instant()));
        return "assessment/queue";
    }

    @PostMapping("/next")
    ModelAndView next(Actor actor) {
        try {
            return claims.next(actor)
                    .map(item -> new ModelAndView("redirect:/items/" + item.id()))
                    .orElseGet(() -> queueSaying("Nothing waits for you at the moment.", HttpStatus.OK, actor));
        } catch (Conflict e) {
            return queueSaying(String.valueOf(e.getMessage()), HttpStatus.CONFLICT, actor);
        }
    }

    @PostMapping("/items/{id}/claim")
    ModelAndView claim(@PathVariable UUID id, Actor actor) {
        try {
            claims.claim(id, actor);
            return new ModelAndView("redirect:/items/" + id);
        } catch (Conflict e) {
            return queueSaying(String.valueOf(e.getMessage()), HttpStatus.CONFLICT, actor);
        }
    }

    @GetMapping("/decisions")
    String decisions(Actor actor, Model model) {
        model.addAttribute("decisions", DecisionsPage.of(items, profile, actor));
        return "assessment/decisions";
    }

    private ModelAndView queueSaying(String what, HttpStatus status, Actor actor) {
        ModelAndView page = new ModelAndView("assessment/queue", status);
        page.addObject("queue", QueuePage.of(items, actor, clock.instant()));
        page.addObject("saying", what);
        return page;
    }
}
