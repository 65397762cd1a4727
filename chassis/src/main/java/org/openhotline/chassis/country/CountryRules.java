// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import java.time.Duration;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.openhotline.chassis.country.RecordReader.Value;

/** What the texts of a profile may be, beyond not being empty, and which values must fit together. */
final class CountryRules {
    private record Rule(Pattern path, Predicate<String> holds, String allowed) {}

    private static final String HOST = "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]";
    private static final Predicate<String> HOST_NAME = Pattern.compile(HOST).asMatchPredicate();
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final Predicate<String> IDENTIFIER =
            Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*").asMatchPredicate();
    private static final Predicate<String> PHONE =
            Pattern.compile("\\+?[0-9][0-9 ()/.-]{1,24}").asMatchPredicate();
    private static final Predicate<String> ORIGIN = Pattern.compile(
                    "https://" + HOST.replace(".{1,253}$", ".{1,253}") + "(:[1-9][0-9]{0,4})?")
            .asMatchPredicate();
    private static final Predicate<String> ONION =
            Pattern.compile("http://[a-z2-7]{56}\\.onion").asMatchPredicate();
    private static final String WHITE = "#ffffff";
    /** The darkest of the light grounds in the stylesheet on which the brand colour is read. */
    private static final String LIGHT = "#e3f0f0";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> TWO_LETTER_LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final List<Rule> RULES = List.of(
            rule(
                    "country",
                    code -> code.equals("XX") || COUNTRIES.contains(code),
                    "a two-letter ISO 3166-1 code in capitals, such as KE, or XX for a demo"),
            rule("languages\\[\\d+]", CountryRules::isLanguage, "a BCP 47 language tag such as en, fr or pt-BR"),
            rule("hotline\\.domain", HOST_NAME, "a host name in small letters such as hotline.example"),
            rule(".*-mail", CountryRules::isMail, "a mail address such as notices@hotline.example"),
            rule("assessment\\.classification", IDENTIFIER, "the id of a profile such as generic-national"),
            rule("legal-provisions\\[\\d+]\\.id", IDENTIFIER, "small letters, digits and hyphens"),
            rule(
                    "hotline\\.emergency-number|public-form\\..*\\.(number|phone)",
                    PHONE,
                    "a number to call, in digits, such as 112 or +99 800 123456"),
            rule(
                    "mail-intake\\.senders\\[\\d+]\\.from",
                    CountryRules::isSender,
                    "a mail address such as desk@police.example, or @police.example for everybody there"),
            rule("public-form\\.logo", LogoFile::isName, LogoFile.ALLOWED),
            rule("public-form\\.colours\\..*", Contrast::isColour, "a colour such as #0d5c63"),
            rule(
                    "public-form\\.colours\\.brand",
                    colour -> Contrast.between(colour, LIGHT) >= Contrast.FOR_TEXT,
                    "a darker colour: it must stand out at least 4.5:1 from " + LIGHT + " (WCAG 2.2, 1.4.3)"),
            rule(
                    "public-form\\.colours\\.dark",
                    colour -> Contrast.between(colour, WHITE) >= Contrast.FOR_TEXT,
                    "a darker colour: white text on it must stand out at least 4.5:1 (WCAG 2.2, 1.4.3)"),
            rule(
                    "public-form\\.legal-text\\[\\d+]\\.language",
                    CountryRules::isLanguage,
                    "a BCP 47 language tag such as en, fr or pt-BR"),
            rule(
                    "public-form\\.embed-origins\\[\\d+]",
                    ORIGIN,
                    "the origin of an https site, without a path or a slash at its end, such as https://ministry.example"),
            rule(
                    "public-form\\.onion-location",
                    ONION,
                    "the onion origin of the form, such as http:// with 56 letters and digits and .onion, without a slash"));

    private CountryRules() {}

    /** Nothing where {@code text} is fine at {@code path}, else what would be. */
    static Optional<String> whatIsAllowedInsteadOf(String path, String text) {
        return RULES.stream()
                .filter(rule -> rule.path().matcher(path).matches())
                .filter(rule -> !rule.holds().test(text))
                .map(Rule::allowed)
                .findFirst();
    }

    static void checkTogether(Map<String, Value> values, Complaints complaints) {
        checkHold(values, complaints);
        checkUnique("languages\\[\\d+]", values, complaints);
        checkUnique("public-form\\.legal-text\\[\\d+]\\.language", values, complaints);
        checkUnique("public-form\\.embed-origins\\[\\d+]", values, complaints);
        checkUnique("mail-intake\\.senders\\[\\d+]\\.from", values, complaints);
        checkUnique("legal-provisions\\[\\d+]\\.id", values, complaints);
    }

    private static void checkHold(Map<String, Value> values, Complaints complaints) {
        Value shorter = values.get("police.hold-for");
        Value longest = values.get("police.longest-hold");
        if (shorter != null
                && longest != null
                && shorter.value() instanceof Duration holdFor
                && longest.value() instanceof Duration longestHold
                && holdFor.compareTo(longestHold) > 0) {
            complaints.add(shorter.line(), "police.hold-for", "must not be longer than police.longest-hold");
        }
    }

    private static void checkUnique(String path, Map<String, Value> values, Complaints complaints) {
        Pattern pattern = Pattern.compile(path);
        Set<Object> seen = new HashSet<>();
        values.forEach((where, value) -> {
            if (pattern.matcher(where).matches() && !seen.add(value.value())) {
                complaints.add(value.line(), where, "“" + value.value() + "” is given twice; keep one");
            }
        });
    }

    private static boolean isSender(String from) {
        return isMail(from.startsWith("@") ? "anybody" + from : from);
    }

    private static boolean isLanguage(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String language = locale.getLanguage();
            return locale.toLanguageTag().equals(tag)
                    && (language.length() == 3 || TWO_LETTER_LANGUAGES.contains(language));
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isMail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && LOCAL_PART.matcher(text.substring(0, at)).matches() && HOST_NAME.test(text.substring(at + 1));
    }

    private static Rule rule(String path, Predicate<String> holds, String allowed) {
        return new Rule(Pattern.compile(path), holds, allowed);
    }
}
