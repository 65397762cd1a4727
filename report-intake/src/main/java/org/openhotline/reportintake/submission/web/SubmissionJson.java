// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.submission.Channel;
import org.openhotline.reportintake.submission.CheckReport;
import org.openhotline.reportintake.submission.GivenReport;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.Refusal.Reason;
import tools.jackson.databind.JsonNode;

/**
 * Reads a report from JSON by hand, so that everything of a wrong shape is named at once, and so that an answer never
 * quotes a key or a value that was sent.
 */
final class SubmissionJson {
    private static final Set<String> FIELDS = Set.of(
            "addresses", "note", "referrer", "theme", "childInDanger", "selfReport", "contact", "consent", "language");
    private static final Set<String> ADDRESS_FIELDS = Set.of("address", "kind");
    private static final Set<String> CONSENT_FIELDS = Set.of("feedback", "police");

    private final List<Refusal> refusals = new ArrayList<>();

    private final Source source;

    private SubmissionJson(Source source) {
        this.source = source;
    }

    /** The report, or what is wrong with its shape. */
    sealed interface Reading {
        record Report(GivenReport report) implements Reading {}

        record Misshapen(List<Refusal> refusals) implements Reading {}
    }

    /** @param source who sends it, which nobody can say of themselves */
    static Reading read(JsonNode body, Source source) {
        SubmissionJson json = new SubmissionJson(source);
        GivenReport report = json.report(body);
        return json.refusals.isEmpty() ? new Reading.Report(report) : new Reading.Misshapen(json.refusals);
    }

    private GivenReport report(JsonNode body) {
        if (!body.isObject()) {
            refuse("", Reason.NOT_AN_OBJECT);
        }
        known(body, FIELDS, "");
        return new GivenReport(
                addresses(body.path("addresses")),
                text(body.path("note"), "note"),
                text(body.path("referrer"), "referrer"),
                text(body.path("contact"), "contact"),
                consent(body.path("consent")),
                text(body.path("language"), "language"),
                Channel.API,
                new Circumstances(
                        source,
                        theme(text(body.path("theme"), "theme")),
                        yes(body.path("childInDanger"), "childInDanger"),
                        yes(body.path("selfReport"), "selfReport")));
    }

    private Optional<Theme> theme(Optional<String> given) {
        Optional<Theme> theme = given.flatMap(Theme::named);
        if (given.isPresent() && theme.isEmpty()) {
            refuse("theme", Reason.THEME_UNKNOWN);
        }
        return theme;
    }

    /** What is not said is not allowed. */
    private Consent consent(JsonNode given) {
        if (!isAbsent(given) && !given.isObject()) {
            refuse("consent", Reason.NOT_AN_OBJECT);
        }
        known(given, CONSENT_FIELDS, "consent");
        return new Consent(
                yes(given.path("feedback"), "consent.feedback"), yes(given.path("police"), "consent.police"));
    }

    private boolean yes(JsonNode given, String field) {
        if (!isAbsent(given) && !given.isBoolean()) {
            refuse(field, Reason.NOT_A_YES_OR_NO);
        }
        return given.isBoolean() && given.booleanValue();
    }

    /** More than are allowed are counted, but not looked at. */
    private List<GivenAddress> addresses(JsonNode given) {
        if (isAbsent(given)) {
            return List.of();
        }
        if (!given.isArray()) {
            refuse("addresses", Reason.NOT_A_LIST);
            return List.of();
        }
        if (given.size() > CheckReport.MOST_ADDRESSES) {
            refuse("addresses", Reason.ADDRESSES_TOO_MANY);
            return List.of();
        }
        List<GivenAddress> addresses = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            addresses.add(address(given.get(i), "addresses[" + i + "]"));
        }
        return addresses;
    }

    private GivenAddress address(JsonNode given, String field) {
        if (!given.isObject()) {
            return new GivenAddress(text(given, field).orElse(""), Optional.empty());
        }
        known(given, ADDRESS_FIELDS, field);
        return new GivenAddress(
                text(given.path("address"), field + ".address").orElse(""), text(given.path("kind"), field + ".kind"));
    }

    private Optional<String> text(JsonNode given, String field) {
        if (isAbsent(given)) {
            return Optional.empty();
        }
        if (!given.isString()) {
            refuse(field, Reason.NOT_A_TEXT);
            return Optional.empty();
        }
        return Optional.of(given.stringValue());
    }

    private static boolean isAbsent(JsonNode given) {
        return given.isMissingNode() || given.isNull();
    }

    private void known(JsonNode given, Set<String> names, String field) {
        if (!names.containsAll(given.propertyNames())) {
            refuse(field, Reason.FIELD_UNKNOWN);
        }
    }

    private void refuse(String field, Reason reason) {
        refusals.add(new Refusal(field, reason));
    }
}
