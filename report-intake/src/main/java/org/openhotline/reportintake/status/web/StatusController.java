// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.status.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.reportintake.message.Exchange;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.reference.Reference;
import org.openhotline.reportintake.reference.Secret;
import org.openhotline.reportintake.status.ReadStatus;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows how far a report has come. The pair travels in the body alone, so that no log or history keeps it. */
@Controller
final class StatusController {
    private static final String PAGE = "report-intake/status";

    private final ReadStatus readStatus;
    private final Exchange exchange;
    private final SecureRandom random = new SecureRandom();

    StatusController(ReadStatus readStatus, Exchange exchange) {
        this.readStatus = readStatus;
        this.exchange = exchange;
    }

    /** What is wrong with the pair: keys of messages, for the whole and for each field. */
    private enum Mistake {
        NOT_FOUND,
        REFERENCE,
        SECRET
    }

    /**
     * One line of the answer.
     *
     * @param tone class of the tag in the stylesheet; the words say the same
     */
    public record Line(String status, String tone) {
        static Line of(CoarseStatus status) {
            return new Line(
                    status.name(),
                    switch (status) {
                        case RECEIVED -> "waiting";
                        case BEING_ASSESSED -> "active";
                        case ACTED_ON, REMOVED -> "good";
                        case NOT_ACCESSIBLE, NOT_ILLEGAL -> "";
                    });
        }
    }

    @GetMapping("/status")
    String form(Model model) {
        return page(model, "", "", List.of(), List.of());
    }

    @PostMapping("/status")
    String show(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(required = false) @Nullable String answer,
            @RequestParam(defaultValue = "") String key,
            Model model,
            HttpServletResponse response) {
        Optional<Reference> readReference = Reference.read(reference);
        Optional<Secret> readSecret = Secret.read(secret);
        List<Mistake> mistakes = mistakes(readReference, readSecret);
        Optional<Receipt> receipt = readReference.flatMap(r -> readSecret.map(s -> new Receipt(r, s)));
        List<CoarseStatus> statuses = receipt.flatMap(readStatus::of).orElse(List.of());
        if (mistakes.isEmpty() && statuses.isEmpty()) {
            mistakes = List.of(Mistake.NOT_FOUND);
        }
        if (!mistakes.isEmpty()) {
            response.setStatus(
                    mistakes.contains(Mistake.NOT_FOUND)
                            ? HttpStatus.NOT_FOUND.value()
                            : HttpStatus.BAD_REQUEST.value());
        }
        receipt.flatMap(readStatus::submissionOf)
                .ifPresent(submission -> messages(submission, Optional.ofNullable(answer), key, model, response));
        return page(model, reference, secret, mistakes, statuses);
    }

    /** The message box: takes an answer, if there is one, and shows what was written so far. */
    private void messages(
            UUID submission, Optional<String> answer, String key, Model model, HttpServletResponse response) {
        String unsent = answer.filter(text -> !isTaken(submission, text, key)).orElse("");
        boolean taken = answer.isPresent() && unsent.isEmpty() && !answer.get().isBlank();
        if (answer.isPresent() && !taken) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("messages", exchange.ofReporter(submission));
        model.addAttribute("answer", unsent);
        model.addAttribute("answerTaken", taken);
        model.addAttribute("answerWrong", answer.isPresent() && !taken);
        model.addAttribute("longestAnswer", Exchange.LONGEST);
        model.addAttribute("key", newKey().text());
    }

    private boolean isTaken(UUID submission, String text, String key) {
        try {
            exchange.answer(
                    submission,
                    text,
                    IdempotencyKey.read(key).orElseGet(this::newKey).text());
            return true;
        } catch (InvalidInput | Conflict | NotFound e) {
            return false;
        }
    }

    private static List<Mistake> mistakes(Optional<Reference> reference, Optional<Secret> secret) {
        if (reference.isEmpty()) {
            return secret.isEmpty() ? List.of(Mistake.REFERENCE, Mistake.SECRET) : List.of(Mistake.REFERENCE);
        }
        return secret.isEmpty() ? List.of(Mistake.SECRET) : List.of();
    }

    private static String page(
            Model model, String reference, String secret, List<Mistake> mistakes, List<CoarseStatus> statuses) {
        model.addAttribute("reference", reference);
        model.addAttribute("secret", secret);
        model.addAttribute("mistakes", mistakes.stream().map(Enum::name).toList());
        model.addAttribute("lines", statuses.stream().map(Line::of).toList());
        return PAGE;
    }

    private IdempotencyKey newKey() {
        return IdempotencyKey.random(random);
    }
}
