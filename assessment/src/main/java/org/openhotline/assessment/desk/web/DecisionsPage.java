// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.staff.Actor;

/** What one analyst decided lately, and what became of it. */
record DecisionsPage(List<Row> rows) {
    private static final int ROWS = 50;

    record Row(UUID id, String name, String verdict, String category, String at, String state) {}

    static DecisionsPage of(AssessedItems items, ClassificationProfile profile, Actor actor) {
        return new DecisionsPage(items.judgedBy(actor.id(), ROWS).stream()
                .flatMap(item -> Stream.concat(judged(item, profile, actor), triaged(item, actor)))
                .sorted(Comparator.comparing(Dated::at).reversed())
                .limit(ROWS)
                .map(Dated::row)
                .toList());
    }

    private record Dated(Instant at, Row row) {}

    private static Stream<Dated> judged(AssessedItem item, ClassificationProfile profile, Actor actor) {
        return Stream.concat(item.earlier().stream(), item.judgements().stream())
                .filter(judgement -> judgement.actor().equals(actor.id()))
                .map(judgement -> new Dated(
                        judgement.at(),
                        row(
                                item,
                                Words.verdict(judgement.verdict()),
                                profile.label(
                                        judgement.verdict(),
                                        judgement.classification().category()),
                                judgement.at())));
    }

    private static Stream<Dated> triaged(AssessedItem item, Actor actor) {
        return item.triages().stream()
                .filter(triage -> triage.actor().equals(actor.id()))
                .map(triage ->
                        new Dated(triage.at(), row(item, "Not a page", Words.route(triage.route()), triage.at())));
    }

    private static Row row(AssessedItem item, String verdict, String category, Instant at) {
        return new Row(
                item.id(), Words.item(item.id()), verdict, category, Times.minute(at), Words.state(item.state()));
    }
}
