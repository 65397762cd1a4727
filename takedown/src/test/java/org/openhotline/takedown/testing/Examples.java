// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.CountryProfile.AssessmentRules;
import org.openhotline.contracts.country.CountryProfile.Hotline;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;
import org.openhotline.contracts.country.CountryProfile.NoticeRules;
import org.openhotline.contracts.country.CountryProfile.PoliceRules;
import org.openhotline.contracts.country.CountryProfile.RetentionRules;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import tools.jackson.databind.json.JsonMapper;

/** Made-up people, rules and items. */
public final class Examples {
    public static final Actor OFFICER = new Actor("officer-1", Set.of(Role.TAKEDOWN_OFFICER));
    public static final Actor LIAISON = new Actor("liaison-1", Set.of(Role.LIAISON_OFFICER));
    public static final Actor ANALYST = new Actor("analyst-1", Set.of(Role.ANALYST));
    public static final Instant CONFIRMED_AT = Instant.parse("2026-11-24T01:58:00Z");
    public static final String ADDRESS = "https://files.example.org/x/1?page=2";
    public static final String CONTACT = "abuse@hosting.example.com";

    private Examples() {}

    public static PoliceRules police(PoliceGate gate) {
        return new PoliceRules(gate, Duration.ofHours(24), Duration.ofHours(72), "desk@police.example.org");
    }

    public static CountryProfile country(PoliceGate gate) {
        return new CountryProfile(
                "XX",
                "Republic of Examplia",
                List.of("en"),
                new Hotline(
                        "Examplia Hotline",
                        "hotline.example.org",
                        "notices@hotline.example.org",
                        "contact@hotline.example.org",
                        Optional.empty()),
                List.of(
                        new LegalProvision("distribution", "Child Protection Act (made up), section 12"),
                        new LegalProvision("possession", "Child Protection Act (made up), section 13"),
                        new LegalProvision("other", "Other Act (made up), section 1")),
                new AssessmentRules("generic-national", false, Duration.ofMinutes(30), Optional.empty()),
                police(gate),
                new NoticeRules(Duration.ofDays(14), Duration.ofMinutes(15)),
                new RetentionRules(Duration.ofDays(90), Duration.ofDays(30)),
                Optional.empty());
    }

    public static HostDetails host(Optional<String> contact) {
        return new HostDetails(
                "files.example.org", List.of("192.0.2.7"), Optional.of("Example Hosting"), contact, List.of("made up"));
    }

    /** An item confirmed as illegal; its trace knows {@link #CONTACT} or nobody. */
    public static AssessmentConfirmed confirmed(Sealing sealing, UUID itemId, boolean contactKnown) {
        return confirmed(sealing, itemId, ADDRESS, contactKnown ? Optional.of(CONTACT) : Optional.empty());
    }

    public static AssessmentConfirmed confirmed(
            Sealing sealing, UUID itemId, String address, Optional<String> contact) {
        String details = JsonMapper.builder().build().writeValueAsString(host(contact));
        Trace trace = new Trace(
                CONFIRMED_AT,
                contact.isPresent() ? TraceOutcome.TRACED : TraceOutcome.NO_CONTACT,
                Optional.of("XX"),
                Optional.of(64500L),
                contact.isPresent(),
                Optional.of(sealing.seal(SealedField.trace(itemId), details)));
        return new AssessmentConfirmed(
                itemId,
                UUID.randomUUID(),
                LocatorKind.WEB,
                sealing.seal(SealedField.address(itemId), address),
                trace,
                new Classification("generic-national", 1, "baseline"),
                CONFIRMED_AT);
    }

    /** As it would arrive; @param sequence within {@code aggregateId} */
    public static <E extends Event> Received<E> received(E event, UUID aggregateId, long sequence) {
        return new Received<>(
                event, UUID.randomUUID(), AggregateType.emitting(event.getClass()), aggregateId, sequence, event.at());
    }
}
