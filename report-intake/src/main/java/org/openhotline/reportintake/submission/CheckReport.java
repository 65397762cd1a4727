// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator;
import org.openhotline.locating.url.Locators;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.guard.ContentGuard;
import org.openhotline.reportintake.submission.CheckedReport.CheckedAddress;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.Refusal.Reason;

/** Checks a report as a whole: it is in order, or everything that is wrong is named, field by field. */
public final class CheckReport {
    public static final int MOST_ADDRESSES = 20;
    public static final int LONGEST_NOTE = 4000;
    public static final int LONGEST_REFERRER = 2000;
    public static final int LONGEST_CONTACT = 200;

    private final List<String> languages;

    /** @param languages BCP 47 tags that the country offers, the default first */
    public CheckReport(List<String> languages) {
        this.languages = languages.stream().map(CheckReport::canonical).toList();
    }

    /** What a check came to. */
    sealed interface Check {
        record InOrder(CheckedReport report) implements Check {}

        record Wrong(List<Refusal> refusals) implements Check {}
    }

    Check check(GivenReport given) {
        List<Refusal> refusals = new ArrayList<>();
        List<CheckedAddress> addresses = addresses(given.addresses(), refusals);
        Optional<String> note = text(
                given.note(), "note", LONGEST_NOTE, Reason.NOTE_TOO_LONG, Reason.NOTE_CONTROL_CHARACTERS, refusals);
        Optional<String> referrer = text(
                given.referrer(),
                "referrer",
                LONGEST_REFERRER,
                Reason.REFERRER_TOO_LONG,
                Reason.REFERRER_CONTROL_CHARACTERS,
                refusals);
        Optional<String> contact = text(
                given.contact(),
                "contact",
                LONGEST_CONTACT,
                Reason.CONTACT_TOO_LONG,
                Reason.CONTACT_CONTROL_CHARACTERS,
                refusals);
        contactAndUse(contact, given.consent(), "consent").ifPresent(refusals::add);
        String language = given.language().map(CheckReport::canonical).orElse(languages.getFirst());
        if (!languages.contains(language)) {
            refusals.add(new Refusal("language", Reason.LANGUAGE_UNKNOWN));
        }
        return refusals.isEmpty()
                ? new Check.InOrder(new CheckedReport(
                        addresses,
                        note,
                        referrer,
                        contact,
                        given.consent(),
                        language,
                        given.channel(),
                        given.circumstances()))
                : new Check.Wrong(List.copyOf(refusals));
    }

    /**
     * A contact without a use would be kept for nothing, and a use without a contact would be a broken promise.
     *
     * @param uses field in which the uses are chosen
     */
    static Optional<Refusal> contactAndUse(Optional<String> contact, Consent consent, String uses) {
        if (contact.isPresent() == consent.isForSomething()) {
            return Optional.empty();
        }
        return Optional.of(
                contact.isEmpty()
                        ? new Refusal("contact", Reason.CONTACT_MISSING)
                        : new Refusal(uses, Reason.CONTACT_WITHOUT_USE));
    }

    /** Where there are too many, none is looked at: ten thousand messages would help nobody. */
    private List<CheckedAddress> addresses(List<GivenAddress> given, List<Refusal> refusals) {
        if (given.isEmpty()) {
            refusals.add(new Refusal("addresses", Reason.ADDRESSES_MISSING));
            return List.of();
        }
        if (given.size() > MOST_ADDRESSES) {
            refusals.add(new Refusal("addresses", Reason.ADDRESSES_TOO_MANY));
            return List.of();
        }
        return IntStream.range(0, given.size())
                .mapToObj(i -> address(given.get(i), "addresses[" + i + "]", refusals))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CheckedAddress> address(GivenAddress given, String field, List<Refusal> refusals) {
        String text = given.text().strip();
        Optional<Reason> malformed = malformed(text);
        Optional<LocatorKind> kind = given.kind().flatMap(LocatorKind::named);
        if (given.kind().isPresent() && kind.isEmpty()) {
            refusals.add(new Refusal(field + ".kind", Reason.KIND_UNKNOWN));
        }
        if (malformed.isPresent()) {
            refusals.add(new Refusal(field, malformed.get()));
            return Optional.empty();
        }
        Optional<CheckedAddress> address = recognised(kind, text);
        if (address.isEmpty() || differs(kind, address.get())) {
            boolean ofAnotherKind =
                    address.isPresent() || recognised(Optional.empty(), text).isPresent();
            refusals.add(
                    ofAnotherKind
                            ? new Refusal(field + ".kind", Reason.KIND_DIFFERS)
                            : new Refusal(field, Reason.notRecognisedAs(kind.orElse(LocatorKind.WEB))));
        }
        return address;
    }

    /** An onion address said to be on the web is somebody's mistake; other corrections only make the kind more exact. */
    private static boolean differs(Optional<LocatorKind> said, CheckedAddress address) {
        return said.filter(kind -> kind == LocatorKind.WEB).isPresent() && address.kind() == LocatorKind.ONION;
    }

    /** The words of the exception are English and for one person; ours are in the reader's language. */
    private static Optional<CheckedAddress> recognised(Optional<LocatorKind> kind, String text) {
        try {
            Locator locator = Locators.identify(kind, text);
            return Optional.of(new CheckedAddress(locator.kind(), text, locator.exact(), locator.canonical()))
                    .filter(address ->
                            isUrl(address.kind()) || ContentGuard.cleaned(text).equals(text));
        } catch (InvalidInput _) {
            return Optional.empty();
        }
    }

    /** These are kept letter for letter; a place in words could be a file that is written as a text. */
    private static boolean isUrl(LocatorKind kind) {
        return switch (kind) {
            case WEB, ONION, LIVE_STREAM -> true;
            case APP_ACCOUNT, MESSENGER_GROUP, EMAIL, PHONE, P2P_HASH, OTHER -> false;
        };
    }

    private static Optional<Reason> malformed(String address) {
        if (address.isEmpty()) {
            return Optional.of(Reason.ADDRESS_MISSING);
        }
        if (address.length() > Locators.MAX_LENGTH) {
            return Optional.of(Reason.ADDRESS_TOO_LONG);
        }
        return Text.isCleanLine(address) ? Optional.empty() : Optional.of(Reason.ADDRESS_CONTROL_CHARACTERS);
    }

    /** One spelling for each BCP 47 tag; {@code und} for what is none. */
    private static String canonical(String tag) {
        return Locale.forLanguageTag(tag).toLanguageTag();
    }

    static Optional<String> text(
            Optional<String> given, String field, int longest, Reason tooLong, Reason unclean, List<Refusal> refusals) {
        Optional<String> text =
                given.map(ContentGuard::cleaned).map(Text::normalised).filter(t -> !t.isEmpty());
        text.flatMap(t -> Text.length(t) > longest
                        ? Optional.of(tooLong)
                        : Text.isClean(t) ? Optional.<Reason>empty() : Optional.of(unclean))
                .ifPresent(reason -> refusals.add(new Refusal(field, reason)));
        return text;
    }
}
