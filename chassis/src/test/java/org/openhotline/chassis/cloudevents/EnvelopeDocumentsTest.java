// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.ReferralEvent.ReferralSent;

class EnvelopeDocumentsTest {
    private static final Instant AT = Instant.parse("2026-11-24T02:00:00.123Z");

    @Test
    void an_envelope_comes_back_as_it_was_with_its_trace_or_without() {
        Envelope traced = envelope(Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        Envelope untraced = envelope(Optional.empty());
        assertThat(EnvelopeDocuments.read(EnvelopeDocuments.write(traced))).isEqualTo(traced);
        assertThat(EnvelopeDocuments.read(EnvelopeDocuments.write(untraced))).isEqualTo(untraced);
    }

    @Test
    void what_the_keeper_adds_does_no_harm() {
        Envelope envelope = envelope(Optional.empty());
        Document parked = EnvelopeDocuments.write(envelope).append("source", envelope.source());
        assertThat(EnvelopeDocuments.read(parked)).isEqualTo(envelope);
    }

    private static Envelope envelope(Optional<String> traceparent) {
        UUID referral = UUID.randomUUID();
        return Envelope.of(
                UUID.randomUUID(),
                "takedown",
                referral,
                7,
                traceparent,
                new ReferralSent(referral, UUID.randomUUID(), AT));
    }
}
