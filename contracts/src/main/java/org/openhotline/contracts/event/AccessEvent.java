// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who looked at what, took it away or was refused (every service). What is shown is stored before it is shown. */
public sealed interface AccessEvent extends OversightEvent {

    UUID accessId();

    /** The service where it happened. */
    String service();

    /**
     * @param actor a person, or {@code host} where a notice tells the address to whoever can take it down
     * @param purpose a code such as {@code assessment}
     */
    record AddressRevealed(UUID accessId, UUID itemId, String actor, String service, String purpose, Instant at)
            implements AccessEvent {}

    /** A reporter's contact, shown once to the officer whose request was approved. */
    record ContactRevealed(
            UUID accessId, UUID submissionId, UUID disclosureId, String actor, String service, Instant at)
            implements AccessEvent {}

    /** What a reporter and the hotline wrote to each other. */
    record MessagesRevealed(UUID accessId, UUID submissionId, String actor, String service, Instant at)
            implements AccessEvent {}

    /** Other sealed words. @param subjectId what they belong to; @param what a code such as {@code disclosure-reasons} */
    record WordsRevealed(UUID accessId, UUID subjectId, String what, String actor, String service, Instant at)
            implements AccessEvent {}

    /**
     * Data left the hotline as a file or through an interface.
     *
     * @param what a code such as {@code import-results}
     * @param subjectId what it belongs to, where it belongs to one thing
     * @param purpose a code, where one was given
     * @param count rows, entries or files, in all that this event stands for
     */
    record DataExported(
            UUID accessId,
            String actor,
            String service,
            String what,
            Optional<UUID> subjectId,
            Optional<String> purpose,
            long count,
            Instant at)
            implements AccessEvent {}

    /**
     * Somebody was not let in. The first refusal is told at once; what follows alike within a minute is told as one.
     *
     * @param actor the account; absent where no valid log-in or token said who it is
     * @param method of HTTP, {@code other} for one that is not usual
     * @param route the pattern of the path as the service has it, never the path itself
     * @param reason a code: {@code role}, {@code token}, {@code form}, {@code login} or {@code rule}
     * @param count how many refusals this event stands for
     * @param since when the first of them was
     */
    record AccessDenied(
            UUID accessId,
            Optional<String> actor,
            String service,
            String method,
            String route,
            String reason,
            long count,
            Instant since,
            Instant at)
            implements AccessEvent {}
}
