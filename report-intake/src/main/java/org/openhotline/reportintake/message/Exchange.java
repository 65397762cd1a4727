// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.access.AccessLog;
import org.openhotline.reportintake.contact.SealMessages;
import org.openhotline.reportintake.guard.ContentGuard;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submission.ReportedAddress;
import org.openhotline.reportintake.submission.Submissions;

/** Asks, answers and reads. A message is stored once however often it is sent with the same key. */
public final class Exchange {
    public static final int LONGEST = 2000;

    private final Correspondences correspondences;
    private final Submissions submissions;
    private final SealMessages seal;
    private final AccessLog accessLog;
    private final InstantSource clock;

    public Exchange(
            Correspondences correspondences,
            Submissions submissions,
            SealMessages seal,
            AccessLog accessLog,
            InstantSource clock) {
        this.correspondences = correspondences;
        this.submissions = submissions;
        this.seal = seal;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** An analyst's question. @param key chosen at random for this message */
    public void ask(UUID submissionId, String text, String key, Actor actor) {
        only(actor);
        String words = checked(text);
        Submission submission =
                submissions.find(submissionId).orElseThrow(() -> new NotFound("There is no such submission."));
        UUID messageId = messageId(submissionId, actor.id(), key);
        Instant now = clock.instant();
        Sealed sealed = seal.seal(submissionId, messageId, words, now);
        correspondences.change(
                submissionId,
                present -> present.orElseGet(() -> Correspondence.empty(submissionId, items(submission)))
                        .ask(messageId, actor.id(), sealed, now));
    }

    /** The reporter's answer, whoever they are. @param key chosen at random for this message */
    public void answer(UUID submissionId, String text, String key) {
        String words = checked(text);
        UUID messageId = messageId(submissionId, "", key);
        Instant now = clock.instant();
        Correspondence present =
                correspondences.find(submissionId).orElseThrow(() -> new NotFound("Nothing was asked."));
        Sealed sealed = seal.seal(present.id(), messageId, words, now);
        correspondences.change(submissionId, c -> c.orElseThrow().answer(messageId, sealed, now));
    }

    /** For the reporter, whose own they are. */
    public List<ReadableMessage> ofReporter(UUID submissionId) {
        return correspondences.find(submissionId).map(this::readable).orElse(List.of());
    }

    /** For staff: that they read is stored first. */
    public List<ReadableMessage> read(UUID submissionId, Actor actor) {
        only(actor);
        accessLog.messages(submissionId, actor);
        if (correspondences.find(submissionId).flatMap(Correspondence::unread).isPresent()) {
            correspondences.change(submissionId, c -> c.orElseThrow().read());
        }
        return ofReporter(submissionId);
    }

    /** Those with an answer that nobody has read, the longest waiting first, at most {@code limit}; no words. */
    public List<Correspondence> unread(int limit) {
        return correspondences.unread(limit);
    }

    /** How many there are and how many of them the reporter wrote; no words. */
    public Optional<Correspondence> about(UUID submissionId) {
        return correspondences.find(submissionId);
    }

    private List<ReadableMessage> readable(Correspondence correspondence) {
        return correspondence.messages().stream()
                .flatMap(m -> seal
                        .open(correspondence.id(), m.id(), m.text())
                        .map(text -> new ReadableMessage(m.actor().isEmpty(), text, m.at()))
                        .stream())
                .toList();
    }

    private static void only(Actor actor) {
        if (!actor.isOneOf(Role.ANALYST, Role.SENIOR_ANALYST)) {
            throw new NotAllowed("Messages are between analysts and reporters.");
        }
    }

    /** Letters, line breaks, nothing that a page could not show and nothing that could be a file. */
    private static String checked(String text) {
        String words = ContentGuard.cleaned(text)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
        int length = words.codePointCount(0, words.length());
        boolean clean =
                words.codePoints().allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c) && !isHalf(c));
        if (length == 0 || length > LONGEST || !clean) {
            throw new InvalidInput("text", "Write a message.", "1 to " + LONGEST + " characters");
        }
        return words;
    }

    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }

    private static List<UUID> items(Submission submission) {
        return submission.addresses().stream()
                .map(ReportedAddress::itemId)
                .distinct()
                .toList();
    }

    private static UUID messageId(UUID submissionId, String actor, String key) {
        return UUID.nameUUIDFromBytes(("message\n" + submissionId + "\n" + actor + "\n" + key).getBytes(UTF_8));
    }
}
