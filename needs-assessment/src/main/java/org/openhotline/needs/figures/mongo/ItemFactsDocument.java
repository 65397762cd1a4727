// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.openhotline.needs.figures.FinalDecision;
import org.openhotline.needs.figures.ItemFacts;
import org.openhotline.needs.figures.NoticeFacts;

/** Facts as a document: ids as text, times as dates, what is not known absent. */
final class ItemFactsDocument {
    /** Named when all outcomes were verdicts. */
    private static final String OUTCOME = "verdict";

    private static final String DECIDED = "decided";

    private ItemFactsDocument() {}

    static Document write(ItemFacts item) {
        Document document = new Document("_id", item.itemId().toString());
        put(document, "received", item.received());
        put(document, "assessed", item.assessed());
        item.decision()
                .ifPresent(decision ->
                        document.append(OUTCOME, decision.outcome().name()).append(DECIDED, Date.from(decision.at())));
        put(document, "referred", item.referred());
        put(document, "removed", item.removed());
        put(document, "reappeared", item.reappeared());
        put(document, "calledGone", item.calledGone());
        Document notices = new Document();
        item.notices().forEach((id, notice) -> notices.append(id.toString(), write(notice)));
        return document.append("notices", notices);
    }

    static ItemFacts read(Document document) {
        return new ItemFacts(
                UUID.fromString(document.getString("_id")),
                time(document, "received"),
                time(document, "assessed"),
                decision(document),
                time(document, "referred"),
                notices(document.get("notices", Document.class)),
                time(document, "removed"),
                time(document, "reappeared"),
                time(document, "calledGone"));
    }

    private static Optional<FinalDecision> decision(Document document) {
        return time(document, DECIDED)
                .map(at -> new FinalDecision(FinalDecision.Outcome.valueOf(document.getString(OUTCOME)), at));
    }

    private static Document write(NoticeFacts notice) {
        Document document = new Document("bounced", notice.bounced());
        put(document, "sent", notice.sent());
        return document;
    }

    private static Map<UUID, NoticeFacts> notices(Document notices) {
        return notices.entrySet().stream()
                .collect(Collectors.toMap(e -> UUID.fromString(e.getKey()), e -> notice((Document) e.getValue())));
    }

    private static NoticeFacts notice(Document document) {
        return new NoticeFacts(time(document, "sent"), document.getBoolean("bounced", false));
    }

    private static void put(Document document, String field, Optional<Instant> time) {
        time.ifPresent(t -> document.append(field, Date.from(t)));
    }

    private static Optional<Instant> time(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
    }
}
