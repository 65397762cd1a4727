// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Opening.CannotOpen;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.reference.Reference;

/**
 * Form tokens as they travel in the pages: sealed, so that nobody can make or read one, and bound to the reference that
 * the same page shows. Nothing is remembered here, and the reporter's browser keeps nothing either. Decision 0068.
 */
public final class FormTokens {
    /** Long enough to read slowly and to fetch help, short enough for a computer that others use. */
    static final Duration VALID = Duration.ofHours(2);

    private static final String YES = "y";
    private static final int PARTS = 4;

    private final Sealing sealing;
    private final Opening opening;
    private final InstantSource clock;

    public FormTokens(Sealing sealing, Opening opening, InstantSource clock) {
        this.sealing = sealing;
        this.opening = opening;
        this.clock = clock;
    }

    /** What became of reading a token. */
    public sealed interface Reading {
        record Valid(FormToken token) implements Reading {}

        record Expired() implements Reading {}

        /** Not from us, altered on the way, or of another report. */
        record Forged() implements Reading {}
    }

    /** A token for a report that was received just now. */
    public FormToken issue(UUID submissionId, boolean located) {
        return new FormToken(submissionId, clock.instant().plus(VALID), located, false);
    }

    public String seal(FormToken token, Reference reference) {
        String text = String.join(
                " ",
                token.submissionId().toString(),
                String.valueOf(token.expiresAt().getEpochSecond()),
                token.located() ? YES : "n",
                token.gentle() ? YES : "n");
        return sealing.seal(field(reference), text).text();
    }

    public Reading read(String sealed, Reference reference) {
        try {
            FormToken token = token(opening.open(field(reference), new Sealed(sealed)));
            return clock.instant().isBefore(token.expiresAt()) ? new Reading.Valid(token) : new Reading.Expired();
        } catch (CannotOpen e) {
            return new Reading.Forged();
        }
    }

    private static FormToken token(String text) {
        String[] parts = text.split(" ", PARTS);
        return new FormToken(
                UUID.fromString(parts[0]),
                Instant.ofEpochSecond(Long.parseLong(parts[1])),
                parts[2].equals(YES),
                parts[3].equals(YES));
    }

    private static SealedField field(Reference reference) {
        return new SealedField("form", UUID.nameUUIDFromBytes(reference.text().getBytes(UTF_8)), "token");
    }
}
