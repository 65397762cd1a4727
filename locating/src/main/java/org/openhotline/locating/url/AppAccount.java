// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.regex.Pattern;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/**
 * An account in an app, {@code app:user}, or the link to its profile. Which apps there are is nobody's list: any name
 * will do. Apps differ in whether capitals matter in a user name, so they do here; accounts that differ in nothing else
 * are relatives.
 */
final class AppAccount {
    private static final String ALLOWED =
            "The name of the app, a colon and the user name, such as chatapp:user, or the link to the profile";
    private static final Pattern APP = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+-]{0,59}");
    private static final String PREFIX = LocatorKind.APP_ACCOUNT.wireName() + ":";
    private static final int LONGEST_USER = 200;

    private AppAccount() {}

    static Locator identify(String text) {
        String account = Plain.settled(text, AppAccount::read);
        return WebLocator.link(LocatorKind.APP_ACCOUNT, account).orElseGet(() -> {
            int colon = account.indexOf(':');
            String folded = account.substring(0, colon) + ":" + Plain.folded(account.substring(colon + 1));
            return Locator.of(
                    LocatorKind.APP_ACCOUNT, account, account, Relatives.ofSpelling(LocatorKind.APP_ACCOUNT, folded));
        });
    }

    private static String read(String text) {
        String plain = Plain.bare(text, PREFIX);
        if (WebLocator.isLink(plain)) {
            return plain;
        }
        int colon = plain.indexOf(':');
        if (colon < 0) {
            throw refusal("Both the app and the user name are needed, with a colon between them.");
        }
        String app = Plain.folded(plain.substring(0, colon)).replace(" ", "");
        if (!APP.matcher(app).matches()) {
            throw refusal("The name of the app cannot be read.");
        }
        String user = Plain.withoutPrefix(Plain.normalised(plain.substring(colon + 1)), "@");
        if (user.isEmpty() || user.length() > LONGEST_USER) {
            throw refusal("The user name is missing or too long.");
        }
        return app + ":" + user;
    }

    private static RuntimeException refusal(String message) {
        return Locators.refusal(message, ALLOWED);
    }
}
