// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.util.List;
import java.util.UUID;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.Judgement;
import org.openhotline.contracts.staff.Actor;

/** What one analyst decided lately, and what became of it. */
record DecisionsPage(List<Row> rows) {
    private static final int ROWS = 50;

    record Row(UUID id, String name, String verdict, String category, String at, String state) {}

    static DecisionsPage of(AssessedItems items, ClassificationProfile profile, Actor actor) {
        return new DecisionsPage(items.judgedBy(actor.id(), ROWS).stream()
                .flatMap(item -> item.judgements().stream()
                        .filter(judgement -> judgement.actor().equals(actor.id()))
                        .map(judgement -> row(item, judgement, profile)))
                .toList());
    }

    private static Row row(AssessedItem item, Judgement judgement, ClassificationProfile profile) {
        return new Row(
                item.id(),
                Words.item(item.id()),
                Words.verdict(judgement.verdict()),
                profile.label(judgement.verdict(), judgement.classification().category()),
                Words.moment(judgement.at()),
                Words.state(item.state()));
    }
}
