// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.InProgress;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.Refusal.Reason;
import org.openhotline.reportintake.submission.web.SubmissionJson.Reading;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the anonymous call and the partners' have in common: from key and JSON to an answer. */
@Component
final class Submitting {
    static final String KEY = "Idempotency-Key";

    private final ReceiveSubmission receiveSubmission;
    private final InProgress inProgress = new InProgress();
    private final Words words;

    Submitting(ReceiveSubmission receiveSubmission, Words words) {
        this.receiveSubmission = receiveSubmission;
        this.words = words;
    }

    /**
     * @param own the key as it is this sender's alone
     * @param done writes the answer once the report is stored
     */
    ResponseEntity<?> submit(
            Optional<String> given,
            UnaryOperator<IdempotencyKey> own,
            Source source,
            JsonNode body,
            Function<Outcome.Accepted, Object> done) {
        Optional<IdempotencyKey> key = given.flatMap(IdempotencyKey::read);
        if (key.isEmpty()) {
            return refused(List.of(new Refusal(KEY, given.isEmpty() ? Reason.KEY_MISSING : Reason.KEY_MALFORMED)));
        }
        IdempotencyKey used = own.apply(key.get());
        return inProgress
                .<ResponseEntity<?>>unlessBusy(used, () -> switch (SubmissionJson.read(body, source)) {
                    case Reading.Misshapen(List<Refusal> refusals) -> refused(refusals);
                    case Reading.Report(var report) -> answer(receiveSubmission.receive(report, used), done);
                })
                .orElseGet(Submitting::busy);
    }

    private ResponseEntity<?> answer(Outcome outcome, Function<Outcome.Accepted, Object> done) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                ResponseEntity.status(HttpStatus.CREATED).body(done.apply(accepted));
            case Outcome.Refused(List<Refusal> refusals) -> refused(refusals);
            case Outcome.KeyUsed() ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new ProblemDocument(
                                "urn:openhotline:problem:key-used",
                                "The key has been used",
                                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                                "This Idempotency-Key belongs to another report. Nothing was stored. Send this report with"
                                        + " a new random key.",
                                List.of()));
        };
    }

    private static ResponseEntity<ProblemDocument> busy() {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(new ProblemDocument(
                        "urn:openhotline:problem:key-in-use",
                        "The same call is being answered",
                        HttpStatus.CONFLICT.value(),
                        "A call with this Idempotency-Key is not finished yet. Send it again in a moment to get its answer.",
                        List.of()));
    }

    ResponseEntity<ProblemDocument> refused(List<Refusal> refusals) {
        return problem(
                HttpStatus.BAD_REQUEST,
                new ProblemDocument(
                        "urn:openhotline:problem:invalid-input",
                        "The report is not acceptable",
                        HttpStatus.BAD_REQUEST.value(),
                        "Nothing was stored. Everything that must be put right is listed under errors.",
                        refusals.stream().map(this::error).toList()));
    }

    private ProblemDocument.FieldError error(Refusal refusal) {
        return new ProblemDocument.FieldError(
                refusal.field(), pointer(refusal.field()), words.of(refusal.reason(), Locale.ENGLISH));
    }

    /** {@code addresses[3].kind} as {@code #/addresses/3/kind} (RFC 6901, section 6); headers have none. */
    private static @Nullable String pointer(String field) {
        if (field.equals(KEY)) {
            return null;
        }
        return field.isEmpty()
                ? "#"
                : "#/" + field.replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static ResponseEntity<ProblemDocument> problem(HttpStatus status, ProblemDocument document) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }
}
