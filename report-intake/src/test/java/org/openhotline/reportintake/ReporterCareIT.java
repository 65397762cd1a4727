// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openhotline.reportintake.Visitor.json;
import static org.openhotline.reportintake.Visitor.key;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.event.AccessEvent.ContactRevealed;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.CorrespondenceEvent.MessagesErased;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAnswered;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAsked;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureUsed;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldPlaced;
import org.openhotline.contracts.event.PurgeEvent.PurgeCompleted;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.disclosure.DiscloseContact;
import org.openhotline.reportintake.disclosure.Disclosure;
import org.openhotline.reportintake.message.EraseMessages;
import org.openhotline.reportintake.message.Exchange;
import org.openhotline.reportintake.retention.DecideHold;
import org.openhotline.reportintake.retention.EraseNotes;
import org.openhotline.reportintake.retention.LegalHolds;
import org.openhotline.reportintake.retention.Purge;
import org.openhotline.reportintake.retention.RunPurge;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is done with reporters' data, against a real store and broker. */
@IntegrationTest
class ReporterCareIT {
    private static final Actor ANALYST = new Actor("analyst-1", Set.of(Role.ANALYST));
    private static final Actor SENIOR = new Actor("senior-1", Set.of(Role.SENIOR_ANALYST));
    private static final Actor LIAISON = new Actor("liaison-1", Set.of(Role.LIAISON_OFFICER));

    @LocalServerPort
    int port;

    @Autowired
    EventTap tap;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Exchange exchange;

    @Autowired
    DiscloseContact discloseContact;

    @Autowired
    DecideHold decideHold;

    @Autowired
    EraseMessages eraseMessages;

    @Autowired
    EraseNotes eraseNotes;

    @Autowired
    Submissions submissions;

    @Autowired
    Aggregates<Purge> purges;

    @Autowired
    LegalHolds holds;

    @Autowired
    CountryProfile country;

    @Autowired
    InstantSource clock;

    private Visitor visitor;
    private Map<String, String> pair;
    private UUID submission;

    @BeforeEach
    void report() {
        report("{\"feedback\":true}");
    }

    private void report(String consent) {
        visitor = new Visitor(port);
        Instant begun = clock.instant();
        HttpResponse<String> receipt = visitor.call("{\"addresses\":[\"https://care.example.org/" + UUID.randomUUID()
                + "\"],\"note\":\"markedword\",\"contact\":\"markedcontact@example.org\",\"consent\":" + consent + "}");
        pair = Map.of(
                "reference", json(receipt).get("reference").stringValue(),
                "secret", json(receipt).get("secret").stringValue());
        // topics and store also hold what other tests have left there
        submission = tap.await(
                        SubmissionReceived.class,
                        e -> !e.at().isBefore(begun)
                                && submissions.find(e.submissionId()).isPresent())
                .submissionId();
    }

    @Test
    void the_message_box_of_a_report_shows_questions_and_takes_answers() {
        assertThat(visitor.post("/status", pair).body()).doesNotContain("name=\"answer\"");
        exchange.ask(submission, "Which <page> is it?", "key-1", ANALYST);
        HttpResponse<String> asked = visitor.post("/status", pair);
        assertThat(asked.body()).contains("Which &lt;page&gt; is it?", "name=\"answer\"");

        Map<String, String> answer = new HashMap<>(pair);
        answer.put("answer", "the markedanswer one");
        answer.put("key", key(asked));
        HttpResponse<String> answered = visitor.post("/status", answer);
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("We have received your answer", "the markedanswer one");
        visitor.post("/status", answer);
        assertThat(exchange.about(submission).orElseThrow().answers()).isEqualTo(1);

        answer.put("answer", "n".repeat(2001));
        HttpResponse<String> tooLong = visitor.post("/status", answer);
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("Please write an answer of at most 2,000 characters.", "n".repeat(2001));

        tap.await(ReporterAsked.class, e -> e.submissionId().equals(submission));
        tap.await(ReporterAnswered.class, e -> e.submissionId().equals(submission));
        assertThat(exchange.read(submission, ANALYST)).hasSize(2);
        tap.await(MessagesRevealed.class, e -> e.submissionId().equals(submission));
        for (String collection : mongo.getCollectionNames()) {
            for (Document document : mongo.getCollection(collection).find()) {
                assertThat(document.toJson()).as(collection).doesNotContain("markedanswer", "Which <page>");
            }
        }

        new RunPurge(purges, holds, () -> Instant.now().plus(country.retention().forMessages())).run(eraseMessages);
        tap.await(MessagesErased.class, e -> e.submissionId().equals(submission));
        assertThat(visitor.post("/status", pair).body()).doesNotContain("name=\"answer\"", "markedanswer");
    }

    @Test
    void a_wrong_pair_can_write_nothing() {
        exchange.ask(submission, "Which page is it?", "key-1", ANALYST);
        Map<String, String> answer = new HashMap<>(pair);
        answer.put("secret", "2222-2222-2222-2222-2222-2222");
        answer.put("answer", "intruder");
        assertThat(visitor.post("/status", answer).statusCode()).isIn(400, 404);
        assertThat(exchange.about(submission).orElseThrow().answers()).isZero();
    }

    @Test
    void a_contact_is_disclosed_by_two_people_once() {
        Disclosure asked = discloseContact.request(submission, "a witness is needed", "section 99", LIAISON);
        discloseContact.approve(asked.id(), SENIOR);
        assertThat(discloseContact.show(asked.id(), LIAISON)).isEqualTo("markedcontact@example.org");
        tap.await(DisclosureUsed.class, e -> e.disclosureId().equals(asked.id()));
        assertThat(tap.await(ContactRevealed.class, e -> e.disclosureId().equals(asked.id()))
                        .actor())
                .isEqualTo("liaison-1");
    }

    @Test
    void whether_police_may_know_is_what_was_said_with_the_report_and_no_by_itself() {
        assertThatThrownBy(() -> discloseContact.request(submission, "a witness is needed", "", LIAISON))
                .isInstanceOf(InvalidInput.class);
        report("{\"police\":true}");
        assertThat(discloseContact
                        .request(submission, "a witness is needed", "", LIAISON)
                        .consent())
                .isTrue();
    }

    @Test
    void words_are_purged_but_not_under_legal_hold() {
        UUID held = submission;
        decideHold.place(held, "asked for by a court", SENIOR);
        tap.await(LegalHoldPlaced.class, e -> e.submissionId().equals(held));
        report();
        UUID free = submission;
        tap.await(SubmissionReceived.class, e -> e.submissionId().equals(free));
        org.awaitility.Awaitility.await()
                .until(() -> submissions.find(free).orElseThrow().registered()
                        && submissions.find(held).orElseThrow().registered());

        new RunPurge(purges, holds, () -> Instant.now().plus(country.retention().forNotes())).run(eraseNotes);
        assertThat(words(free)).isFalse();
        assertThat(words(held)).isTrue();
        tap.await(PurgeCompleted.class, e -> e.rule().equals("notes") && e.held() == 1 && e.erased() > 0);
    }

    private boolean words(UUID id) {
        return submissions.find(id).orElseThrow().addresses().stream()
                .anyMatch(a -> a.note().isPresent());
    }
}
