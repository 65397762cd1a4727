// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.submission.FormTokens;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.Refusal.Reason;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The first page of the public form, which alone makes a report; all after it is optional ({@link JourneyController}).
 * Whatever goes wrong, every answer stays in it.
 */
@Controller
final class ReportController {
    private static final String FORM = "report-intake/report";
    private static final String SECONDS_TO_WAIT = "30";

    private final ReceiveSubmission receiveSubmission;
    private final FormTokens tokens;
    private final JourneyPages pages;
    private final Words words;
    private final SecureRandom random = new SecureRandom();

    ReportController(ReceiveSubmission receiveSubmission, FormTokens tokens, JourneyPages pages, Words words) {
        this.receiveSubmission = receiveSubmission;
        this.tokens = tokens;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/")
    String form(@RequestParam(defaultValue = "") String kind, Model model) {
        return form(model, ReportForm.empty(kind(kind), newKey()), List.of());
    }

    /** For those who did not see it on a web page. */
    @GetMapping("/elsewhere")
    String elsewhere(Model model) {
        model.addAttribute(
                "kinds",
                Arrays.stream(LocatorKind.values())
                        .filter(kind -> kind != LocatorKind.WEB)
                        .toList());
        return "report-intake/elsewhere";
    }

    @PostMapping(path = "/", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String send(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String addresses,
            @RequestParam(defaultValue = "") String app,
            @RequestParam(defaultValue = "") String seenAt,
            @RequestParam(defaultValue = "") String key,
            Model model,
            HttpServletResponse response,
            Locale language) {
        IdempotencyKey usable = IdempotencyKey.read(key).orElseGet(this::newKey);
        ReportForm form = new ReportForm(kind(kind), addresses, app, seenAt, usable.text());
        try {
            return page(receiveSubmission.receive(form.report(language), usable), form, model, response, language);
        } catch (RuntimeException e) {
            if (!Outage.causes(e)) {
                throw e;
            }
            return notStored(form, model, response);
        }
    }

    private String page(Outcome outcome, ReportForm form, Model model, HttpServletResponse response, Locale language) {
        return switch (outcome) {
            case Outcome.Accepted(UUID submissionId, Receipt receipt) ->
                pages.show(
                        Step.RECEIVED,
                        tokens.issue(submissionId, form.isLocated()),
                        receipt,
                        new Answers(Map.of()),
                        List.of(),
                        model,
                        language);
            case Outcome.Refused(List<Refusal> refusals) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield form(model, form, errors(refusals, form, language));
            }
            case Outcome.KeyUsed() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("trouble", "report-intake.report.changed");
                yield form(model, form.with(newKey()), List.of());
            }
        };
    }

    /** The truth: it is not accepted. The key stays the same, so trying again can never make two reports of one. */
    private String notStored(ReportForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        model.addAttribute("trouble", "report-intake.report.not-stored");
        return form(model, form, List.of());
    }

    private String form(Model model, ReportForm form, List<FormError> errors) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("calls", pages.calls());
        return FORM;
    }

    private List<FormError> errors(List<Refusal> refusals, ReportForm form, Locale language) {
        return refusals.stream()
                .map(r -> inWordsOf(form.kind(), r))
                .map(r -> new FormError(input(r.field()), words.onPage(r, language)))
                .distinct()
                .toList();
    }

    /** On the page the kind was chosen, not typed; what is wrong is the place. */
    private static Refusal inWordsOf(LocatorKind kind, Refusal refusal) {
        return refusal.reason() == Reason.KIND_DIFFERS
                ? new Refusal(refusal.field(), Reason.notRecognisedAs(kind))
                : refusal;
    }

    private static String input(String field) {
        return field.equals("referrer") ? "seenAt" : "addresses";
    }

    private static LocatorKind kind(String given) {
        return LocatorKind.named(given).orElse(LocatorKind.WEB);
    }

    private IdempotencyKey newKey() {
        return IdempotencyKey.random(random);
    }
}
