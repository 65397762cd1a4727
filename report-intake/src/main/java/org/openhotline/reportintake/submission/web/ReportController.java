// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public form. Whatever goes wrong, every answer stays in it. */
@Controller
final class ReportController {
    private static final String FORM = "report-intake/report";
    private static final String RECEIVED = "report-intake/received";
    private static final String SECONDS_TO_WAIT = "30";

    private final ReceiveSubmission receiveSubmission;
    private final CountryProfile country;
    private final Words words;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    ReportController(ReceiveSubmission receiveSubmission, CountryProfile country, Words words, InstantSource clock) {
        this.receiveSubmission = receiveSubmission;
        this.country = country;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/")
    String form(Model model, Locale language) {
        return form(model, language, ReportForm.empty(newKey()), List.of());
    }

    @PostMapping(path = "/", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String send(
            @RequestParam(defaultValue = "") String addresses,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String key,
            Model model,
            HttpServletResponse response,
            Locale language) {
        IdempotencyKey usable = IdempotencyKey.read(key).orElseGet(this::newKey);
        ReportForm form = new ReportForm(addresses, note, contact, usable.text());
        try {
            return page(receiveSubmission.receive(form.report(language), usable), form, model, response, language);
        } catch (RuntimeException e) {
            if (!Outage.causes(e)) {
                throw e;
            }
            return notStored(form, model, response, language);
        }
    }

    private String page(Outcome outcome, ReportForm form, Model model, HttpServletResponse response, Locale language) {
        return switch (outcome) {
            case Outcome.Accepted(var receipt) -> {
                model.addAttribute("receipt", receipt);
                model.addAttribute("country", country.name());
                yield RECEIVED;
            }
            case Outcome.Refused(List<Refusal> refusals) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield form(model, language, form, errors(refusals, language));
            }
            case Outcome.KeyUsed() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("trouble", "report-intake.report.changed");
                yield form(model, language, form.with(newKey()), List.of());
            }
        };
    }

    /** The truth: it is not accepted. The key stays the same, so trying again can never make two reports of one. */
    private String notStored(ReportForm form, Model model, HttpServletResponse response, Locale language) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        model.addAttribute("trouble", "report-intake.report.not-stored");
        return form(model, language, form, List.of());
    }

    private String form(Model model, Locale language, ReportForm form, List<FormError> errors) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "emergencyNumber", country.hotline().emergencyNumber().orElse(""));
        model.addAttribute("contactUntil", contactUntil(language));
        return FORM;
    }

    private List<FormError> errors(List<Refusal> refusals, Locale language) {
        return refusals.stream()
                .map(r -> new FormError(input(r.field()), words.onPage(r, language)))
                .toList();
    }

    private static String input(String field) {
        return field.startsWith("addresses") ? "addresses" : field;
    }

    private String contactUntil(Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(clock.instant().plus(country.retention().contact()).atZone(ZoneOffset.UTC));
    }

    private IdempotencyKey newKey() {
        return IdempotencyKey.random(random);
    }
}
