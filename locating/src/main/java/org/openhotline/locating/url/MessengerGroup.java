// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/** A group or channel of a messenger: its invitation link, or its name, with the messenger before it if known. */
final class MessengerGroup {
    private static final String ALLOWED = "The invitation link, or the messenger, a colon and the name of the group";
    private static final int LONGEST = 500;

    private MessengerGroup() {}

    static Locator identify(String text) {
        return WebLocator.link(LocatorKind.MESSENGER_GROUP, text).orElseGet(() -> named(text));
    }

    private static Locator named(String text) {
        String name = Plain.normalised(
                Plain.withoutPrefix(Plain.normalised(text), LocatorKind.MESSENGER_GROUP.wireName() + ":"));
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Locators.refusal("The name of the group is missing or too long.", ALLOWED);
        }
        return Locator.of(
                LocatorKind.MESSENGER_GROUP,
                name,
                name,
                Relatives.ofSpelling(LocatorKind.MESSENGER_GROUP, Plain.folded(name)));
    }
}
