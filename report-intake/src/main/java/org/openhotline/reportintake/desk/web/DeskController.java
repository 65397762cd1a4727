// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.message.Exchange;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Enters a report for somebody who rang or wrote. */
@Controller
final class DeskController {
    private static final String PATH = "/report-intake/reports/new";
    private static final String FORM = "report-intake/desk/entry";

    private static final int MOST_ANSWERS = 50;
    private final ReceiveSubmission receiveSubmission;
    private final Exchange exchange;
    private final Words words;
    private final SecureRandom random = new SecureRandom();

    DeskController(ReceiveSubmission receiveSubmission, Exchange exchange, Words words) {
        this.receiveSubmission = receiveSubmission;
        this.exchange = exchange;
        this.words = words;
    }

    /** An answer of a reporter that nobody has read. @param id of the report */
    public record Answer(UUID id, String since) {}

    @GetMapping("/report-intake/")
    String home(Actor actor, Model model) {
        boolean analyst = actor.isOneOf(Role.ANALYST, Role.SENIOR_ANALYST);
        model.addAttribute("enters", analyst);
        model.addAttribute("answers", analyst ? answers() : List.of());
        model.addAttribute("discloses", actor.isOneOf(Role.SENIOR_ANALYST, Role.LIAISON_OFFICER));
        return "report-intake/desk/home";
    }

    private List<Answer> answers() {
        return exchange.unread(MOST_ANSWERS).stream()
                .flatMap(c -> c.unread().map(at -> new Answer(c.id(), Times.minute(at))).stream())
                .toList();
    }

    @GetMapping(PATH)
    String form(Model model) {
        return form(model, EntryForm.empty(newKey()), Map.of());
    }

    @PostMapping(PATH)
    String enter(
            @RequestParam(defaultValue = "") String addresses,
            @RequestParam(defaultValue = "") String referrer,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "false") boolean feedback,
            @RequestParam(defaultValue = "false") boolean police,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "false") boolean danger,
            @RequestParam(defaultValue = "false") boolean self,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        IdempotencyKey usable = IdempotencyKey.read(key).orElseGet(this::newKey);
        EntryForm form = new EntryForm(
                addresses, referrer, note, contact, feedback, police, source, theme, danger, self, usable.text());
        Optional<Source> from =
                Source.named(source).filter(s -> EntryForm.sources().contains(s.wireName()));
        if (from.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(model, form, Map.of("source", "Choose where the report comes from."));
        }
        IdempotencyKey own = IdempotencyKey.following("desk", actor.id(), usable.text());
        try {
            return page(receiveSubmission.receive(form.report(from.get()), own), form, model, response);
        } catch (RuntimeException e) {
            if (!Outage.causes(e)) {
                throw e;
            }
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute(
                    "trouble", "Nothing can be stored right now. Everything you typed is still here: try again.");
            return form(model, form, Map.of());
        }
    }

    private String page(Outcome outcome, EntryForm form, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                model.addAttribute("receipt", accepted.receipt());
                yield "report-intake/desk/entered";
            }
            case Outcome.Refused(List<Refusal> refusals) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield form(model, form, errors(refusals));
            }
            case Outcome.KeyUsed() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("trouble", "This form was sent already. If this is another report, send it again.");
                yield form(model, form.with(newKey()), Map.of());
            }
        };
    }

    private static String form(Model model, EntryForm form, Map<String, String> errors) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("sources", EntryForm.sources());
        model.addAttribute(
                "themes", List.of(Theme.values()).stream().map(Theme::wireName).toList());
        return FORM;
    }

    /** One sentence for each field, by the name of its input. */
    private Map<String, String> errors(List<Refusal> refusals) {
        Map<String, String> errors = new TreeMap<>();
        refusals.forEach(refusal -> errors.merge(
                refusal.field().startsWith("addresses") ? "addresses" : refusal.field(),
                words.of(refusal.reason(), Locale.ENGLISH),
                (one, other) -> one.contains(other) ? one : one + " " + other));
        return errors;
    }

    private IdempotencyKey newKey() {
        return IdempotencyKey.random(random);
    }
}
