// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.desk.web;

import java.util.UUID;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.notice.ResolveDelivery;
import org.openhotline.takedown.removal.CheckRemoved;
import org.openhotline.takedown.removal.ConfirmRemoved;
import org.openhotline.takedown.removal.EnterContact;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a takedown officer does about one item. */
@Controller
@RequestMapping("/items/{itemId}")
final class ItemController {
    private static final String VIEW = "takedown/item";

    private final ItemPage page;
    private final EnterContact entering;
    private final ConfirmRemoved confirming;
    private final CheckRemoved checking;
    private final ResolveDelivery resolving;

    ItemController(
            ItemPage page,
            EnterContact entering,
            ConfirmRemoved confirming,
            CheckRemoved checking,
            ResolveDelivery resolving) {
        this.page = page;
        this.entering = entering;
        this.confirming = confirming;
        this.checking = checking;
        this.resolving = resolving;
    }

    @GetMapping
    String show(@PathVariable UUID itemId, Model model) {
        model.addAttribute("item", page.closed(itemId));
        return VIEW;
    }

    @PostMapping("/reveal")
    String reveal(@PathVariable UUID itemId, Actor actor, Model model) {
        ItemView open = page.open(itemId, actor);
        model.addAttribute("item", open);
        open.openSecret().ifPresent(secret -> model.addAttribute("secret", secret));
        return VIEW;
    }

    @PostMapping("/contact")
    String contact(
            @PathVariable UUID itemId, @RequestParam(defaultValue = "") String contact, Actor actor, Model model) {
        try {
            entering.enter(itemId, contact, actor);
            return back(itemId);
        } catch (InvalidInput e) {
            model.addAttribute("contact", contact);
            return again(itemId, e, model);
        }
    }

    @PostMapping("/removed")
    String removed(
            @PathVariable UUID itemId, @RequestParam(defaultValue = "false") boolean seen, Actor actor, Model model) {
        if (!seen) {
            return again(itemId, new InvalidInput("seen", "Say that you know it is gone.", "a tick"), model);
        }
        confirming.confirm(itemId, actor);
        return back(itemId);
    }

    @PostMapping("/check")
    String check(@PathVariable UUID itemId, @RequestParam(defaultValue = "") String check, Actor actor, Model model) {
        switch (check) {
            case "gone" -> checking.stillGone(itemId, actor);
            case "online" -> checking.onlineAgain(itemId, actor);
            default -> {
                return again(itemId, new InvalidInput("check", "Say what you found.", "gone or online"), model);
            }
        }
        return back(itemId);
    }

    @PostMapping("/notices/{noticeId}/delivery")
    String delivery(
            @PathVariable UUID itemId,
            @PathVariable UUID noticeId,
            @RequestParam(defaultValue = "") String found,
            Actor actor,
            Model model) {
        switch (found) {
            case "sent" -> resolving.wasSent(noticeId, actor);
            case "not-sent" -> resolving.wasNotSent(noticeId, actor);
            default -> {
                return again(itemId, new InvalidInput("notices", "Say what you found.", "sent or not sent"), model);
            }
        }
        return back(itemId);
    }

    private String again(UUID itemId, InvalidInput problem, Model model) {
        model.addAttribute("item", page.closed(itemId));
        model.addAttribute("errorField", problem.field());
        model.addAttribute("error", problem.getMessage());
        model.addAttribute("allowed", problem.allowed());
        return VIEW;
    }

    private static String back(UUID itemId) {
        return "redirect:/items/" + itemId;
    }
}
