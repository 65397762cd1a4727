// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.takedown.testing.Examples.LIAISON;
import static org.openhotline.takedown.testing.Examples.OFFICER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.ReferralEvent.ReferralAcknowledged;
import org.openhotline.contracts.event.ReferralEvent.ReferralSent;
import org.openhotline.contracts.event.RemovalEvent.TakedownOpened;
import org.openhotline.takedown.referral.json.ReferralJson;
import org.openhotline.takedown.removal.OpenRemoval;
import org.openhotline.takedown.testing.Examples;
import org.openhotline.takedown.testing.InMemoryStores.InMemoryReferrals;
import org.openhotline.takedown.testing.InMemoryStores.InMemoryRemovals;
import org.openhotline.takedown.testing.PlainSealing;
import org.openhotline.takedown.testing.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferralTest {
    private final TestClock clock = new TestClock();
    private final InMemoryRemovals removals = new InMemoryRemovals();
    private final InMemoryReferrals referrals = new InMemoryReferrals();
    private final BellDesk desk = new BellDesk();
    private final AnnounceReferrals announcing = new AnnounceReferrals(referrals, desk, Duration.ofMinutes(15), clock);

    @Test
    void a_takedown_opened_with_a_referral_lies_on_the_desk_once() {
        UUID item = UUID.randomUUID();
        TakedownOpened opened = opened(item);
        UUID id = opened.referralId().orElseThrow();
        ReferToPolice referring = new ReferToPolice(referrals, removals, clock);

        referring.refer(opened, id, Examples.received(opened, item, 1));
        referring.refer(opened, id, Examples.received(opened, item, 1));

        assertThat(referrals.events()).containsExactly(new ReferralSent(id, item, clock.instant()));
        assertThat(referrals.get(id).confirmed()).isEqualTo(removals.get(item).confirmed());
    }

    @Test
    void only_a_liaison_officer_takes_it_over_and_only_once() {
        UUID id = referred();
        AcknowledgeReferral acknowledging = new AcknowledgeReferral(referrals, clock);
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> acknowledging.acknowledge(id, OFFICER));

        acknowledging.acknowledge(id, LIAISON);

        assertThat(referrals.events())
                .last()
                .isEqualTo(new ReferralAcknowledged(id, referrals.get(id).itemId(), LIAISON.id(), clock.instant()));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> acknowledging.acknowledge(id, LIAISON));
    }

    @Test
    void the_desk_is_told_once_and_again_only_while_it_could_not_be_told() {
        UUID id = referred();
        desk.answers = false;
        announcing.sweep();
        announcing.sweep();
        assertThat(desk.told).as("not before the pause is over").hasSize(1);

        desk.answers = true;
        clock.pass(Duration.ofMinutes(15));
        announcing.sweep();
        announcing.sweep();

        assertThat(desk.told).hasSize(2).containsOnly(referrals.get(id).number());
    }

    @Test
    void what_was_taken_over_meanwhile_is_not_announced() {
        UUID id = referred();
        new AcknowledgeReferral(referrals, clock).acknowledge(id, LIAISON);

        announcing.sweep();

        assertThat(desk.told).isEmpty();
    }

    @Test
    void the_package_holds_all_that_is_known_and_never_any_content() {
        Referral referral = referrals.get(referred());
        ReferralPackage whole = ReferralPackage.of(
                referral,
                Examples.ADDRESS,
                Optional.of(Examples.host(Optional.of(Examples.CONTACT))),
                Examples.country(PoliceGate.NOTIFY_PARALLEL).legalProvisions(),
                Examples.country(PoliceGate.NOTIFY_PARALLEL));

        JsonNode json = JsonMapper.shared().readTree(new ReferralJson().write(whole));

        assertThat(json.get("format").asString()).isEqualTo("openhotline-referral/1");
        assertThat(json.at("/item/address").asString()).isEqualTo(Examples.ADDRESS);
        assertThat(json.at("/item/kind").asString()).isEqualTo("WEB");
        assertThat(json.at("/assessment/confirmedAt").asString()).isEqualTo("2026-11-24T01:58:00Z");
        assertThat(json.at("/assessment/logEntry").asString())
                .isEqualTo(referral.confirmed().logEntry().toString());
        assertThat(json.at("/assessment/classification/category").asString()).isEqualTo("baseline");
        assertThat(json.at("/host/details/abuseContact").asString()).isEqualTo(Examples.CONTACT);
        assertThat(json.at("/host/asn").asLong()).isEqualTo(64500);
        assertThat(json.at("/law/0/id").asString()).isEqualTo("distribution");
        assertThat(whole.toString()).doesNotContain("files.example.org");
    }

    private UUID referred() {
        UUID item = UUID.randomUUID();
        TakedownOpened opened = opened(item);
        UUID id = opened.referralId().orElseThrow();
        new ReferToPolice(referrals, removals, clock).refer(opened, id, Examples.received(opened, item, 1));
        return id;
    }

    private TakedownOpened opened(UUID item) {
        AssessmentConfirmed event = Examples.confirmed(new PlainSealing(), item, true);
        new OpenRemoval(removals, Examples.country(PoliceGate.NOTIFY_PARALLEL), UUID::randomUUID, clock)
                .open(event, Examples.received(event, item, 1));
        return removals.events().stream()
                .filter(TakedownOpened.class::isInstance)
                .map(TakedownOpened.class::cast)
                .filter(e -> e.itemId().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static final class BellDesk implements PoliceDesk {
        private final List<String> told = new ArrayList<>();
        private boolean answers = true;

        @Override
        public boolean tell(String number) {
            told.add(number);
            return answers;
        }
    }
}
