// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.Locale;
import java.util.Optional;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.item.LocatorKind;

/** Recognises what people report as an address. Says plainly what is wrong and never repeats what was sent. */
public final class Locators {
    /** In UTF-16 characters, as they come in and as they are written in standard form. */
    public static final int MAX_LENGTH = 8_192;

    private static final String FIELD = "addresses";
    private static final String ANY = "One address of at most 8,192 characters";

    private Locators() {}

    /**
     * Tells what an address is.
     *
     * @param kind what the sender says it is. Without it, only an address that names its kind by a scheme is taken for
     *     anything but a web or onion address
     * @throws InvalidInput about the field {@code addresses}
     */
    public static Locator identify(Optional<LocatorKind> kind, String raw) {
        String text = Plain.unwrapped(checked(raw));
        return switch (kind.orElseGet(() -> kindByScheme(text))) {
            case WEB -> WebLocator.identify(LocatorKind.WEB, text);
            case LIVE_STREAM -> WebLocator.identify(LocatorKind.LIVE_STREAM, text);
            case ONION -> WebLocator.identifyOnion(text);
            case APP_ACCOUNT -> AppAccount.identify(text);
            case MESSENGER_GROUP -> MessengerGroup.identify(text);
            case EMAIL -> MailAddress.identify(text);
            case PHONE -> PhoneNumber.identify(text);
            case P2P_HASH -> PeerHash.identify(text);
            case OTHER -> OtherPlace.identify(text);
        };
    }

    private static LocatorKind kindByScheme(String text) {
        int colon = text.indexOf(':');
        return switch (text.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT)) {
            case "mailto" -> LocatorKind.EMAIL;
            case "tel" -> LocatorKind.PHONE;
            case "magnet", "ed2k" -> LocatorKind.P2P_HASH;
            default -> LocatorKind.WEB;
        };
    }

    private static String checked(String raw) {
        if (raw.length() > MAX_LENGTH) {
            throw refusal("This address is too long.", ANY);
        }
        String text = Plain.trimmed(raw);
        if (text.isEmpty()) {
            throw refusal("There is no address here.", WebLocator.ALLOWED);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw refusal("This address holds control characters, such as line breaks.", WebLocator.ALLOWED);
        }
        return text;
    }

    static InvalidInput refusal(String message, String allowed) {
        return new InvalidInput(FIELD, message, allowed);
    }
}
