// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.contracts.NotFound;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.reference.Reference;
import org.openhotline.reportintake.reference.Secret;
import org.openhotline.reportintake.submission.AmendSubmission;
import org.openhotline.reportintake.submission.Answer;
import org.openhotline.reportintake.submission.FormToken;
import org.openhotline.reportintake.submission.FormTokens;
import org.openhotline.reportintake.submission.FormTokens.Reading;
import org.openhotline.reportintake.submission.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The optional pages after the first. By then the report is accepted; each page adds one answer, and whatever goes wrong
 * with it, the reference and the secret stay on the page.
 */
@Controller
final class JourneyController {
    /** Asks for the page as it is, in another language. */
    static final String SHOW = "show";

    private static final String SKIP = "skip";
    private static final String SECONDS_TO_WAIT = "30";

    private final AmendSubmission amendSubmission;
    private final FormTokens tokens;
    private final JourneyPages pages;
    private final Words words;

    JourneyController(AmendSubmission amendSubmission, FormTokens tokens, JourneyPages pages, Words words) {
        this.amendSubmission = amendSubmission;
        this.tokens = tokens;
        this.pages = pages;
        this.words = words;
    }

    /** Without what the forms carry there is nothing to go on with. */
    @GetMapping("/report/{page}")
    ResponseEntity<Void> again(@PathVariable String page) {
        step(page);
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/")).build();
    }

    @PostMapping(path = "/report/{page}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String next(
            @PathVariable String page,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            Locale language) {
        Step step = step(page);
        Answers typed = new Answers(fields);
        Optional<Receipt> receipt = Reference.read(typed.of("reference"))
                .flatMap(r -> Secret.read(typed.of("secret")).map(s -> new Receipt(r, s)));
        Reading reading =
                receipt.map(r -> tokens.read(typed.of("token"), r.reference())).orElseGet(Reading.Forged::new);
        return switch (reading) {
            case Reading.Valid(FormToken token) ->
                new Turn(step, typed, token, receipt.orElseThrow(), model, response, language).take();
            case Reading.Expired() -> ended("report-intake.expired", HttpStatus.GONE, receipt, model, response);
            case Reading.Forged() -> ended("report-intake.forged", HttpStatus.BAD_REQUEST, receipt, model, response);
        };
    }

    private static Step step(String page) {
        return Step.named(page).orElseThrow(() -> new NotFound("This page"));
    }

    private static String ended(
            String why, HttpStatus status, Optional<Receipt> receipt, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("why", why);
        receipt.ifPresent(pair -> model.addAttribute("receipt", pair));
        return "report-intake/ended";
    }

    /** One page that was sent. */
    private final class Turn {
        private final Step step;
        private final Answers typed;
        private final FormToken token;
        private final Receipt receipt;
        private final Model model;
        private final HttpServletResponse response;
        private final Locale language;

        Turn(
                Step step,
                Answers typed,
                FormToken token,
                Receipt receipt,
                Model model,
                HttpServletResponse response,
                Locale language) {
            this.step = step;
            this.typed = typed;
            this.token = token;
            this.receipt = receipt;
            this.model = model;
            this.response = response;
            this.language = language;
        }

        String take() {
            if (typed.has(SHOW)) {
                return show(step, token, List.of());
            }
            Optional<Answer> answer = typed.has(SKIP) ? Optional.empty() : typed.to(step);
            try {
                List<Refusal> refusals = answer.map(a -> amendSubmission.amend(token.submissionId(), a))
                        .orElse(List.of());
                return refusals.isEmpty() ? goOn(answer) : refused(refusals);
            } catch (RuntimeException e) {
                if (!Outage.causes(e)) {
                    throw e;
                }
                return notStored();
            }
        }

        private String goOn(Optional<Answer> answer) {
            boolean gentle = answer.equals(Optional.of(new Answer.Self(true)));
            return show(after(answer), gentle ? token.gently() : token, List.of());
        }

        private Step after(Optional<Answer> answer) {
            return switch (step) {
                case RECEIVED -> token.located() ? Step.KIND : Step.WHERE;
                case WHERE -> Step.KIND;
                case KIND -> Step.DANGER;
                case DANGER -> answer.equals(Optional.of(new Answer.Danger(true))) ? Step.URGENT : Step.SELF;
                case URGENT -> Step.SELF;
                case SELF -> answer.equals(Optional.of(new Answer.Self(true))) ? Step.SUPPORT : Step.NOTE;
                case SUPPORT -> Step.NOTE;
                case NOTE -> Step.CONTACT;
                case CONTACT, DONE -> Step.DONE;
            };
        }

        private String refused(List<Refusal> refusals) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(
                    step,
                    token,
                    refusals.stream()
                            .map(r -> new FormError(r.field(), words.of(r.reason(), language)))
                            .toList());
        }

        /** The truth: this answer is not stored, the report is. Sending it again can never add it twice. */
        private String notStored() {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            model.addAttribute("trouble", "report-intake.step.not-stored");
            return show(step, token, List.of());
        }

        private String show(Step next, FormToken with, List<FormError> errors) {
            return pages.show(next, with, receipt, typed, errors, model, language);
        }
    }
}
