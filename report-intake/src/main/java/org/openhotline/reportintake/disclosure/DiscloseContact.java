// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.access.AccessLog;
import org.openhotline.reportintake.contact.KeptContact;
import org.openhotline.reportintake.contact.OpenContact;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;

/** Asks for a contact, decides on it and shows it: three steps of two people. */
public final class DiscloseContact {
    static final int LONGEST_WORDS = 1000;

    /** @param reason why it was asked for; @param legalBasis what is to allow it, empty where the reporter agreed */
    public record Words(String reason, String legalBasis) {}

    private final Disclosures disclosures;
    private final Submissions submissions;
    private final Predicate<Submission> policeConsent;
    private final OpenContact openContact;
    private final AccessLog accessLog;
    private final Sealing sealing;
    private final Opening opening;
    private final Ids ids;
    private final InstantSource clock;

    /**
     * @param policeConsent whether the reporter agreed that police learn who they are; never without having been asked
     * @param sealing of the case keyset, for reasons
     */
    public DiscloseContact(
            Disclosures disclosures,
            Submissions submissions,
            Predicate<Submission> policeConsent,
            OpenContact openContact,
            AccessLog accessLog,
            Sealing sealing,
            Opening opening,
            Ids ids,
            InstantSource clock) {
        this.disclosures = disclosures;
        this.submissions = submissions;
        this.policeConsent = policeConsent;
        this.openContact = openContact;
        this.accessLog = accessLog;
        this.sealing = sealing;
        this.opening = opening;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param legalBasis the provision that allows it, needed where the reporter did not agree */
    public Disclosure request(UUID submissionId, String reason, String legalBasis, Actor actor) {
        if (!actor.isOneOf(Role.LIAISON_OFFICER)) {
            throw new NotAllowed("Only liaison officers ask for a contact.");
        }
        Submission submission =
                submissions.find(submissionId).orElseThrow(() -> new NotFound("There is no such submission."));
        if (submission.contact().isEmpty()) {
            throw new Conflict("This submission has no contact.");
        }
        boolean consent = policeConsent.test(submission);
        if (!consent && legalBasis.isBlank()) {
            throw new InvalidInput(
                    "legalBasis",
                    "The reporter did not agree that police learn who they are.",
                    "the legal provision that allows it nevertheless");
        }
        UUID id = ids.next();
        Sealed why = sealed(id, "reason", reason);
        Optional<Sealed> basis =
                legalBasis.isBlank() ? Optional.empty() : Optional.of(sealed(id, "legalBasis", legalBasis));
        return disclosures.change(
                id,
                ignored -> Disclosure.requested(new Disclosure(
                        id,
                        submissionId,
                        DisclosureLifecycle.TABLE.initial(),
                        actor.id(),
                        consent,
                        basis,
                        why,
                        clock.instant(),
                        Optional.empty())));
    }

    public Disclosure approve(UUID disclosureId, Actor actor) {
        contactAsAsked(known(disclosures.find(disclosureId)));
        return disclosures.change(disclosureId, d -> known(d).approve(actor, clock.instant()));
    }

    public Disclosure refuse(UUID disclosureId, String reason, Actor actor) {
        Sealed why = sealed(disclosureId, "refusal", reason);
        return disclosures.change(disclosureId, d -> known(d).refuse(actor, why, clock.instant()));
    }

    /**
     * The contact in clear, once. The look is stored before it is opened, and the request counts as used before it is
     * shown: where the machine stops in between, it must be asked for again.
     */
    public String show(UUID disclosureId, Actor actor) {
        Disclosure present = known(disclosures.find(disclosureId));
        present.show(actor, clock.instant());
        KeptContact contact = contactAsAsked(present);
        accessLog.contact(present.submissionId(), disclosureId, actor);
        disclosures.change(disclosureId, d -> known(d).show(actor, clock.instant()));
        return openContact
                .open(present.submissionId(), contact)
                .orElseThrow(() -> new Conflict("The contact has been erased meanwhile."));
    }

    /** The contact that was asked for: what the reporter has changed since then was never asked for nor approved. */
    private KeptContact contactAsAsked(Disclosure disclosure) {
        Submission submission = submissions
                .find(disclosure.submissionId())
                .orElseThrow(() -> new NotFound("There is no such submission."));
        KeptContact contact =
                submission.contact().orElseThrow(() -> new Conflict("The contact has been erased meanwhile."));
        if (contact.since().isAfter(disclosure.askedAt())) {
            throw new Conflict("The reporter has changed the contact since it was asked for. Ask again.");
        }
        if (disclosure.legalBasis().isEmpty() && !policeConsent.test(submission)) {
            throw new Conflict("The reporter no longer agrees. Ask again, with a legal basis.");
        }
        return contact;
    }

    /** What was written, for who asked and for who decides; that they read it is stored first. */
    public Words read(Disclosure disclosure, Actor actor) {
        accessLog.words(disclosure.id(), "disclosure-reasons", actor);
        return new Words(
                opening.open(field(disclosure.id(), "reason"), disclosure.reason()),
                disclosure
                        .legalBasis()
                        .map(basis -> opening.open(field(disclosure.id(), "legalBasis"), basis))
                        .orElse(""));
    }

    private static Disclosure known(Optional<Disclosure> disclosure) {
        return disclosure.orElseThrow(() -> new NotFound("There is no such request."));
    }

    private Sealed sealed(UUID id, String name, String text) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_WORDS) {
            throw new InvalidInput(name, "Some words are needed here.", "1 to " + LONGEST_WORDS + " characters");
        }
        return sealing.seal(field(id, name), words);
    }

    private static SealedField field(UUID id, String name) {
        return new SealedField("disclosure", id, name);
    }
}
