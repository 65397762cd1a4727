// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.assessment.item.Desk.ANA;
import static org.openhotline.assessment.item.Desk.BEN;
import static org.openhotline.assessment.item.Desk.ILLEGAL;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.Desk;
import org.openhotline.assessment.item.Related;
import org.openhotline.chassis.outbox.StateDocuments;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.DuplicateLevel;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;

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

    @Test
    void a_triaged_item_with_relatives_is_read_as_it_was_written() {
        UUID id = desk.reported(
                LocatorKind.PHONE, new Circumstances(Source.HELPLINE, Optional.of(Theme.GROOMING), true, true));
        desk.claims.claim(id, ANA);
        AssessedItem item = desk.triage.decide(id, TriageRoute.POLICE, ANA);
        assertStored(new AssessedItem(
                item.id(),
                item.kind(),
                item.address(),
                item.state(),
                item.reports(),
                item.tracing(),
                item.claim(),
                item.judgements(),
                item.earlier(),
                item.triages(),
                List.of(new Related(UUID.randomUUID(), DuplicateLevel.D2))));
    }

    private static void assertStored(AssessedItem item) {
        assertThat(StateDocuments.read(StateDocuments.write(item), AssessedItem.class))
                .isEqualTo(item);
    }
}
