// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.reportintake.message.Correspondence;
import org.openhotline.reportintake.message.Exchange;
import org.openhotline.reportintake.message.ReadableMessage;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An analyst asks the reporter of a submission and reads the answers; reading is an act that is stored first. */
@Controller
@RequestMapping("/report-intake/submissions/{id}/messages")
final class MessagePages {
    private final Exchange exchange;
    private final Submissions submissions;
    private final SecureRandom random = new SecureRandom();

    MessagePages(Exchange exchange, Submissions submissions) {
        this.exchange = exchange;
        this.submissions = submissions;
    }

    /** One message in words. */
    public record Shown(String who, String at, String text) {}

    @GetMapping
    String closed(@PathVariable UUID id, Model model) {
        return page(id, model, List.of(), newKey());
    }

    @PostMapping("/read")
    String read(@PathVariable UUID id, Actor actor, Model model) {
        known(id);
        return page(
                id,
                model,
                exchange.read(id, actor).stream().map(MessagePages::shown).toList(),
                newKey());
    }

    @PostMapping
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        IdempotencyKey usable = IdempotencyKey.read(key).orElseGet(this::newKey);
        try {
            exchange.ask(id, text, usable.text(), actor);
            return "redirect:/report-intake/submissions/" + id + "/messages";
        } catch (InvalidInput e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("error", e.getMessage() + " " + e.allowed() + ".");
            model.addAttribute("text", text);
            return page(id, model, List.of(), usable);
        }
    }

    private String page(UUID id, Model model, List<Shown> messages, IdempotencyKey key) {
        known(id);
        Optional<Correspondence> about = exchange.about(id);
        model.addAttribute("id", id);
        model.addAttribute("count", about.map(c -> c.messages().size()).orElse(0));
        model.addAttribute("answers", about.map(Correspondence::answers).orElse(0L));
        model.addAttribute(
                "latest",
                about.flatMap(Correspondence::latest).map(Times::minute).orElse(""));
        model.addAttribute("messages", messages);
        model.addAttribute("key", key.text());
        model.addAttribute("longest", Exchange.LONGEST);
        return "report-intake/desk/messages";
    }

    private void known(UUID id) {
        if (submissions.find(id).isEmpty()) {
            throw new NotFound("There is no such report.");
        }
    }

    private static Shown shown(ReadableMessage message) {
        return new Shown(
                message.byReporter() ? "The reporter" : "The hotline", Times.minute(message.at()), message.text());
    }

    private IdempotencyKey newKey() {
        return IdempotencyKey.random(random);
    }
}
