// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.xarf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.CountryProfile.LegalProvision;
import org.openhotline.contracts.item.Classification;
import org.openhotline.takedown.letter.Attachment;
import org.openhotline.takedown.letter.Law;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.letter.LetterItem;
import org.openhotline.takedown.letter.MachineReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes one XARF report for each address; XARF does not bundle. */
final class XarfReports implements MachineReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** Illegal under national law only has no value in XARF; of those it has, the least is claimed. */
    private static final String LEAST = "B2";

    private static final int MAX_ORG = 200;
    private static final int MAX_DESCRIPTION = 1000;
    private static final long MAX_ASN = 4_294_967_295L;

    private final CountryProfile country;
    private final Law law;
    private final Map<String, String> classifications;

    /** @param classifications {@code <profile>.<category>} to XARF's classification */
    XarfReports(CountryProfile country, Law law, Map<String, String> classifications) {
        this.country = country;
        this.law = law;
        this.classifications = Map.copyOf(classifications);
    }

    @Override
    public String feedbackType() {
        return "xarf";
    }

    @Override
    public List<Attachment> write(Letter letter) {
        List<LetterItem> items = letter.items();
        return IntStream.range(0, items.size())
                .mapToObj(i -> new Attachment(
                        i == 0 ? "xarf.json" : "xarf-" + (i + 1) + ".json",
                        "application/json",
                        json(letter, items.get(i))))
                .toList();
    }

    private String json(Letter letter, LetterItem item) {
        JsonNode report = JSON.valueToTree(report(letter, item));
        List<String> broken = XarfRules.broken(report);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("a report breaks XARF at " + broken);
        }
        return JSON.writeValueAsString(report);
    }

    private XarfReport report(Letter letter, LetterItem item) {
        XarfReport.Party us = new XarfReport.Party(
                cut(country.hotline().name(), MAX_ORG),
                country.hotline().noticeMail(),
                country.hotline().domain());
        return new XarfReport(
                "4.2.0",
                item.reportId().toString(),
                time(item.assessedAt()),
                us,
                us,
                item.source(),
                "content",
                "csam",
                item.address(),
                Optional.of(item.host().host())
                        .filter(host -> XarfRules.DOMAIN.matcher(host).matches()),
                classification(item.classification()),
                "manual_review",
                time(item.assessedAt()),
                "manual",
                item.host().provider(),
                item.asn().filter(asn -> asn >= 1 && asn <= MAX_ASN),
                item.country().filter(code -> code.matches("[A-Z]{2}")),
                "researcher_analysis",
                1.0,
                description(letter, item),
                List.of("notice:" + letter.number().toLowerCase(Locale.ROOT), "log-entry:" + item.logEntry()));
    }

    private String classification(Classification ours) {
        return classifications.getOrDefault(ours.profile() + "." + ours.category(), LEAST);
    }

    private String description(Letter letter, LetterItem item) {
        String provisions = law.broken(item.classification()).stream()
                .map(LegalProvision::text)
                .collect(Collectors.joining("; "));
        return cut("""
                Assessed by a trained analyst as child sexual abuse material, illegal in %s (%s). Please remove or \
                disable access to it, keep account and log data for law enforcement, and answer with reference %s. \
                No media is or will be attached.""".formatted(country.name(), provisions, letter.number()), MAX_DESCRIPTION);
    }

    private static String cut(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
