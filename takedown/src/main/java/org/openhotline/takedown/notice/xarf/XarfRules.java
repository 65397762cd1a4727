// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.xarf;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a report of ours must and may hold: at least as strict as the XARF 4.2.0 schemas of {@code content/csam}, and in
 * addition only keys that are listed here. Every report is checked before it leaves.
 */
final class XarfRules {
    static final Pattern DOMAIN = Pattern.compile("([a-z0-9]+(-[a-z0-9]+)*\\.)+[a-z]{2,}");
    static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+-]*");
    private static final Pattern UUID_V4 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern ABSOLUTE = Pattern.compile("https?://[^\\s/]+[^\\s]*");
    private static final Pattern MAILBOX = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int MAX_ORG = 200;
    private static final int MAX_DESCRIPTION = 1000;
    private static final int MAX_TAGS = 20;
    private static final long MAX_ASN = 4_294_967_295L;

    private static final Map<String, Predicate<JsonNode>> REQUIRED = new LinkedHashMap<>();
    private static final Map<String, Predicate<JsonNode>> OPTIONAL = new LinkedHashMap<>();

    static {
        REQUIRED.put("xarf_version", text(Pattern.compile("4\\.[0-9]+\\.[0-9]+")));
        REQUIRED.put("report_id", text(UUID_V4));
        REQUIRED.put("timestamp", XarfRules::isTime);
        REQUIRED.put("reporter", XarfRules::isParty);
        REQUIRED.put("sender", XarfRules::isParty);
        REQUIRED.put("source_identifier", text(Pattern.compile("\\S+")));
        REQUIRED.put("category", oneOf("content"));
        REQUIRED.put("type", oneOf("csam"));
        REQUIRED.put("url", text(ABSOLUTE));
        REQUIRED.put("classification", oneOf("baseline", "A1", "A2", "B1", "B2"));
        REQUIRED.put(
                "detection_method",
                oneOf("hash_match", "ai_detection", "manual_review", "user_report", "automated_scan"));
        OPTIONAL.put("domain", text(DOMAIN));
        OPTIONAL.put("verified_at", XarfRules::isTime);
        OPTIONAL.put(
                "verification_method",
                oneOf("manual", "automated_crawler", "user_report", "honeypot", "threat_intelligence"));
        OPTIONAL.put("hosting_provider", JsonNode::isString);
        OPTIONAL.put("asn", node -> node.isIntegralNumber() && node.asLong() >= 1 && node.asLong() <= MAX_ASN);
        OPTIONAL.put("country_code", text(Pattern.compile("[A-Z]{2}")));
        OPTIONAL.put("evidence_source", JsonNode::isString);
        OPTIONAL.put("confidence", node -> node.isNumber() && node.asDouble() >= 0 && node.asDouble() <= 1);
        OPTIONAL.put("description", node -> node.isString() && length(node) <= MAX_DESCRIPTION);
        OPTIONAL.put("tags", XarfRules::areTags);
    }

    private XarfRules() {}

    /** The keys that are missing, wrong or not allowed; empty for a good report. */
    static List<String> broken(JsonNode report) {
        List<String> broken = new ArrayList<>();
        REQUIRED.forEach((key, rule) -> {
            if (!report.has(key) || !rule.test(report.get(key))) {
                broken.add(key);
            }
        });
        report.propertyStream().forEach(property -> {
            Predicate<JsonNode> rule = OPTIONAL.get(property.getKey());
            boolean known = rule != null || REQUIRED.containsKey(property.getKey());
            if (!known || rule != null && !rule.test(property.getValue())) {
                broken.add(property.getKey());
            }
        });
        return broken;
    }

    private static Predicate<JsonNode> text(Pattern pattern) {
        return node -> node.isString() && pattern.matcher(node.asString()).matches();
    }

    private static Predicate<JsonNode> oneOf(String... words) {
        Set<String> allowed = Set.of(words);
        return node -> node.isString() && allowed.contains(node.asString());
    }

    private static boolean isTime(JsonNode node) {
        try {
            return node.isString() && OffsetDateTime.parse(node.asString()).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isParty(JsonNode node) {
        return node.isObject()
                && Set.copyOf(node.propertyNames()).equals(Set.of("org", "contact", "domain"))
                && node.get("org").isString()
                && length(node.get("org")) <= MAX_ORG
                && text(MAILBOX).test(node.get("contact"))
                && text(HOST_NAME).test(node.get("domain"));
    }

    private static boolean areTags(JsonNode node) {
        return node.isArray()
                && node.size() <= MAX_TAGS
                && StreamSupport.stream(node.spliterator(), false).allMatch(text(TAG));
    }

    /** JSON Schema counts code points, not UTF-16 units. */
    private static long length(JsonNode text) {
        return text.asString().codePoints().count();
    }
}
