// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.RemovalEvent.HoldReleased;

class AboutTest {
    private static final UUID ITEM = new UUID(0x7000, 1);
    private static final Leaf LEAF =
            new Leaf(new UUID(1, 1), "some.type", AggregateType.REMOVAL, ITEM, 1, EventFixture.AT, "c29tZXRoaW5n");

    @Test
    void the_person_who_did_it_and_the_service_are_known() {
        Event released = new HoldReleased(ITEM, "person-1", EventFixture.AT);
        assertThat(About.of(LEAF, Optional.of("takedown"), Optional.of(released)))
                .returns(Optional.of("person-1"), About::actor)
                .returns(Optional.of("takedown"), About::service);
    }

    @Test
    void of_an_erased_body_the_aggregate_is_known() {
        assertThat(About.of(LEAF, Optional.empty(), Optional.empty()).subjects())
                .containsExactly(ITEM);
    }
}
