// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.xarf;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openhotline.contracts.report.Theme;
import org.openhotline.reportintake.batch.GivenRow;
import org.openhotline.reportintake.batch.JsonObjects;
import org.openhotline.reportintake.batch.RowReading;
import org.openhotline.reportintake.batch.RowReading.Broken;
import org.openhotline.reportintake.batch.RowReading.Reason;
import org.openhotline.reportintake.batch.RowReading.Row;
import org.openhotline.reportintake.guard.ContentGuard;
import tools.jackson.databind.JsonNode;

/**
 * One XARF v4 report. Checked by the rules of its schemas (xarf-core, content-csam, content-csem of version 4.2.0) for
 * what must be there; what may be there and tells an analyst something goes into the note. Of evidence only type and size
 * are noted.
 */
final class XarfReport {
    private static final Pattern VERSION = Pattern.compile("4\\.\\d+\\.\\d+");
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Set<String> CLASSIFICATIONS = Set.of("baseline", "A1", "A2", "B1", "B2");
    private static final Set<String> CSAM_DETECTION =
            Set.of("hash_match", "ai_detection", "manual_review", "user_report", "automated_scan");
    private static final Set<String> CSEM_DETECTION = Set.of(
            "behavioral_analysis",
            "keyword_detection",
            "user_report",
            "ai_detection",
            "manual_review",
            "law_enforcement_referral");
    private static final Map<String, Theme> EXPLOITATION = Map.of(
            "grooming", Theme.GROOMING,
            "solicitation", Theme.GROOMING,
            "sextortion", Theme.SEXUAL_EXTORTION,
            "trafficking", Theme.OTHER,
            "distribution", Theme.ABUSE_MATERIAL,
            "production", Theme.ABUSE_MATERIAL,
            "possession", Theme.ABUSE_MATERIAL);

    /** Short facts for the analyst, in this order; {@code description} comes first. */
    private static final List<String> NOTED = List.of(
            "classification",
            "exploitation_type",
            "detection_method",
            "timestamp",
            "verified_at",
            "media_type",
            "platform",
            "victim_age_range",
            "content_removed",
            "account_suspended",
            "ncmec_report_id");

    private static final int LONGEST_FACT = 200;
    private static final int MOST_EVIDENCE = 50;

    private final JsonNode report;

    XarfReport(JsonNode report) {
        this.report = report;
    }

    RowReading reading(long line) {
        if (!isInOrder()) {
            return new Broken(line, Reason.NOT_XARF);
        }
        return new Row(new GivenRow(
                line,
                text("url"),
                Optional.empty(),
                Optional.of(note()),
                Optional.of(text("report_id")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(theme().wireName())));
    }

    private boolean isInOrder() {
        return report.isObject()
                && VERSION.matcher(text("xarf_version")).matches()
                && UUID.matcher(text("report_id")).matches()
                && isTime(text("timestamp"))
                && isParty("reporter")
                && isParty("sender")
                && !text("source_identifier").isBlank()
                && text("category").equals("content")
                && !text("url").isBlank()
                && isOfOurTypes();
    }

    private boolean isOfOurTypes() {
        return switch (text("type")) {
            case "csam" ->
                CLASSIFICATIONS.contains(text("classification")) && CSAM_DETECTION.contains(text("detection_method"));
            case "csem" ->
                EXPLOITATION.containsKey(text("exploitation_type"))
                        && CSEM_DETECTION.contains(text("detection_method"));
            default -> false;
        };
    }

    private boolean isParty(String name) {
        JsonNode party = report.path(name);
        return List.of("org", "contact", "domain").stream()
                .allMatch(field -> !party.path(field).asStringOpt().orElse("").isBlank());
    }

    private Theme theme() {
        return EXPLOITATION.getOrDefault(text("exploitation_type"), Theme.ABUSE_MATERIAL);
    }

    private String note() {
        List<String> facts = new ArrayList<>();
        report.path("description").asStringOpt().map(XarfReport::withoutLeftOut).ifPresent(facts::add);
        NOTED.forEach(name -> fact(report.path(name)).ifPresent(value -> facts.add(name + ": " + value)));
        report.path("hash_values")
                .propertyStream()
                .limit(LONGEST_FACT)
                .forEach(hash -> fact(hash.getValue()).ifPresent(v -> facts.add(hash.getKey() + ": " + v)));
        report.path("evidence").valueStream().limit(MOST_EVIDENCE).forEach(item -> facts.add(evidence(item)));
        return String.join("\n", facts);
    }

    private static Optional<String> fact(JsonNode value) {
        return value.isValueNode()
                ? Optional.of(value.asString()).filter(text -> !text.isBlank() && text.length() <= LONGEST_FACT)
                : Optional.empty();
    }

    /** The payload is only measured. */
    private static String evidence(JsonNode item) {
        String payload = item.path("payload").asStringOpt().orElse("");
        long length = JsonObjects.lengthOfLeftOut(payload).orElse((long) payload.length());
        return ContentGuard.note(
                "evidence "
                        + ContentGuard.type(
                                item.path("content_type").asStringOpt().orElse("")),
                ContentGuard.decodedSize(length));
    }

    private static String withoutLeftOut(String text) {
        return JsonObjects.lengthOfLeftOut(text)
                .map(length -> ContentGuard.note("text", length))
                .orElse(text);
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String text(String name) {
        return report.path(name).asStringOpt().orElse("");
    }
}
