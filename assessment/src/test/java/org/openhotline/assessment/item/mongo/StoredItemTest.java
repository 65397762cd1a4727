// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.assessment.item.Desk.ANA;
import static org.openhotline.assessment.item.Desk.BEN;
import static org.openhotline.assessment.item.Desk.ILLEGAL;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.Desk;
import org.openhotline.chassis.outbox.StateDocuments;

class StoredItemTest {
    private final Desk desk = Desk.with_second_review();

    @Test
    void an_item_is_read_as_it_was_written_at_every_stage() {
        assertStored(desk.items.get(desk.reported()));
        UUID item = desk.waiting();
        assertStored(desk.items.get(item));
        desk.claims_and_decides(ANA, item, ILLEGAL);
        assertStored(desk.claims.claim(item, BEN));
        assertStored(desk.claims_and_decides(BEN, item, ILLEGAL));
    }

    private static void assertStored(AssessedItem item) {
        assertThat(StateDocuments.read(StateDocuments.write(item), AssessedItem.class))
                .isEqualTo(item);
    }
}
