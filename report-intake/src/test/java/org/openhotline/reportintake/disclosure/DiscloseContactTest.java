// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.event.AccessEvent.ContactRevealed;
import org.openhotline.contracts.event.AccessEvent.WordsRevealed;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureApproved;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureRefused;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureRequested;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureUsed;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.access.AccessLog;
import org.openhotline.reportintake.contact.EraseContact;
import org.openhotline.reportintake.submission.Answer;
import org.openhotline.reportintake.submission.Intake;

class DiscloseContactTest {
    private static final Actor LIAISON = new Actor("liaison-1", Set.of(Role.LIAISON_OFFICER));
    private static final Actor SENIOR = new Actor("senior-1", Set.of(Role.SENIOR_ANALYST));
    private static final Actor BOTH = new Actor("both-1", Set.of(Role.LIAISON_OFFICER, Role.SENIOR_ANALYST));
    private static final String WHY = "a witness is needed in case 17";
    private static final String LAW = "section 99 of the made-up act";

    private final Intake intake = new Intake();
    private final InMemoryDisclosures disclosures = new InMemoryDisclosures();
    private boolean consent;
    private final DiscloseContact disclose = disclosing(intake.accessLog);
    private final UUID submission;

    DiscloseContactTest() {
        intake.receive(
                "a-key-of-16-signs",
                Intake.report(Optional.empty(), Optional.of("me@example.org"), "https://example.org/"));
        submission = intake.submissions.all().getFirst().id();
    }

    private DiscloseContact disclosing(AccessLog log) {
        return new DiscloseContact(
                disclosures,
                intake.submissions,
                s -> consent,
                intake.openContact,
                log,
                Intake.sealing("case"),
                Intake::opened,
                UUID::randomUUID,
                intake.clock);
    }

    @Test
    void whoever_reads_why_it_was_asked_for_is_stored_first() {
        Disclosure asked = disclose.request(submission, WHY, LAW, LIAISON);

        assertThat(disclose.read(asked, SENIOR)).isEqualTo(new DiscloseContact.Words(WHY, LAW));

        assertThat(intake.accesses.events()).singleElement().isInstanceOfSatisfying(WordsRevealed.class, seen -> {
            assertThat(seen.subjectId()).isEqualTo(asked.id());
            assertThat(seen.actor()).isEqualTo(SENIOR.id());
        });
    }

    @Test
    void two_people_lead_to_one_look_that_is_stored_first() {
        Disclosure asked = disclose.request(submission, WHY, LAW, LIAISON);
        disclose.approve(asked.id(), SENIOR);
        assertThat(intake.accesses.events()).isEmpty();

        assertThat(disclose.show(asked.id(), LIAISON)).isEqualTo("me@example.org");
        assertThat(intake.accesses.events()).singleElement().isInstanceOfSatisfying(ContactRevealed.class, seen -> {
            assertThat(seen.actor()).isEqualTo("liaison-1");
            assertThat(seen.disclosureId()).isEqualTo(asked.id());
            assertThat(seen.submissionId()).isEqualTo(submission);
        });
        assertThat(disclosures.events())
                .hasExactlyElementsOfTypes(DisclosureRequested.class, DisclosureApproved.class, DisclosureUsed.class);
        assertThat(disclosures.events().toString()).doesNotContain("witness", "made-up", "me@example.org");

        assertThatThrownBy(() -> disclose.show(asked.id(), LIAISON)).isInstanceOf(Conflict.class);
        assertThat(intake.accesses.events()).hasSize(1);
    }

    @Test
    void nothing_is_shown_where_the_look_cannot_be_stored() {
        Disclosure asked = disclose.request(submission, WHY, LAW, LIAISON);
        disclose.approve(asked.id(), SENIOR);
        AccessLog down = intake.accessLog(() -> {
            throw new IllegalStateException("store down");
        });
        assertThatThrownBy(() -> disclosing(down).show(asked.id(), LIAISON)).hasMessage("store down");
        assertThat(disclosures.find(asked.id()).orElseThrow().state()).isEqualTo(DisclosureState.APPROVED);
    }

    @Test
    void nobody_decides_on_their_own_request_and_nobody_else_sees_the_contact() {
        Disclosure asked = disclose.request(submission, WHY, LAW, BOTH);
        assertThatThrownBy(() -> disclose.approve(asked.id(), BOTH)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> disclose.refuse(asked.id(), "no", BOTH)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> disclose.approve(asked.id(), LIAISON)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> disclose.show(asked.id(), BOTH)).isInstanceOf(Conflict.class);
        disclose.approve(asked.id(), SENIOR);
        assertThatThrownBy(() -> disclose.show(asked.id(), LIAISON)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> disclose.show(asked.id(), SENIOR)).isInstanceOf(NotAllowed.class);
        assertThat(intake.accesses.events()).isEmpty();
        assertThat(disclose.show(asked.id(), BOTH)).isEqualTo("me@example.org");
    }

    @Test
    void without_consent_a_legal_basis_is_needed_and_with_it_none() {
        assertThatThrownBy(() -> disclose.request(submission, WHY, " ", LIAISON))
                .isInstanceOf(InvalidInput.class);
        consent = true;
        Disclosure asked = disclose.request(submission, WHY, " ", LIAISON);
        assertThat(asked.consent()).isTrue();
        assertThat(disclose.read(asked, SENIOR).legalBasis()).isEmpty();
    }

    @Test
    void a_consent_that_is_withdrawn_meanwhile_counts_no_more() {
        consent = true;
        Disclosure asked = disclose.request(submission, WHY, " ", LIAISON);
        Disclosure approved =
                disclose.approve(disclose.request(submission, WHY, " ", LIAISON).id(), SENIOR);
        consent = false;
        assertThatThrownBy(() -> disclose.approve(asked.id(), SENIOR)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> disclose.show(approved.id(), LIAISON)).isInstanceOf(Conflict.class);
        assertThat(intake.accesses.events()).isEmpty();
    }

    @Test
    void a_contact_that_is_changed_meanwhile_was_not_asked_for() {
        Disclosure asked = disclose.request(submission, WHY, LAW, LIAISON);
        disclose.approve(asked.id(), SENIOR);
        intake.now = intake.now.plusSeconds(1);
        intake.amendSubmission.amend(submission, new Answer.Contact("other@example.org", true, false));
        assertThatThrownBy(() -> disclose.show(asked.id(), LIAISON)).isInstanceOf(Conflict.class);
        assertThat(intake.accesses.events()).isEmpty();
    }

    @Test
    void a_refused_request_shows_nothing() {
        Disclosure asked = disclose.request(submission, WHY, LAW, LIAISON);
        assertThatThrownBy(() -> disclose.refuse(asked.id(), " ", SENIOR)).isInstanceOf(InvalidInput.class);
        disclose.refuse(asked.id(), "not necessary", SENIOR);
        assertThatThrownBy(() -> disclose.show(asked.id(), LIAISON)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> disclose.approve(asked.id(), SENIOR)).isInstanceOf(Conflict.class);
        assertThat(disclosures.events()).hasAtLeastOneElementOfType(DisclosureRefused.class);
        assertThat(intake.accesses.events()).isEmpty();
    }

    @Test
    void only_a_liaison_officer_asks_with_a_reason_for_a_contact_that_is_there() {
        assertThatThrownBy(() -> disclose.request(submission, WHY, LAW, SENIOR)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> disclose.request(submission, " ", LAW, LIAISON))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> disclose.request(new UUID(7, 7), WHY, LAW, LIAISON))
                .isInstanceOf(NotFound.class);
        Disclosure asked = disclose.request(submission, WHY, LAW, LIAISON);
        disclose.approve(asked.id(), SENIOR);
        intake.submissions.change(submission, s -> s.orElseThrow().withoutContact(intake.now));
        new EraseContact(intake.keys).erase(submission);
        assertThatThrownBy(() -> disclose.show(asked.id(), LIAISON)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> disclose.request(submission, WHY, LAW, LIAISON))
                .isInstanceOf(Conflict.class);
    }

    private static final class InMemoryDisclosures extends InMemoryAggregates<Disclosure> implements Disclosures {
        @Override
        public List<Disclosure> open(int limit) {
            return all();
        }

        @Override
        public List<Disclosure> of(UUID submissionId) {
            return all();
        }
    }
}
