// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/** A group or channel of a messenger: its invitation link, or its name, with the messenger before it if known. */
final class MessengerGroup {
    private static final String ALLOWED = "The invitation link, or the messenger, a colon and the name of the group";
    private static final String PREFIX = LocatorKind.MESSENGER_GROUP.wireName() + ":";
    private static final int LONGEST = 500;

    private MessengerGroup() {}

    static Locator identify(String text) {
        String group = Plain.settled(text, MessengerGroup::read);
        return WebLocator.link(LocatorKind.MESSENGER_GROUP, group)
                .orElseGet(() -> Locator.of(
                        LocatorKind.MESSENGER_GROUP,
                        group,
                        group,
                        Relatives.ofSpelling(LocatorKind.MESSENGER_GROUP, Plain.folded(group))));
    }

    private static String read(String text) {
        String plain = Plain.bare(text, PREFIX);
        if (WebLocator.isLink(plain)) {
            return plain;
        }
        String name = Plain.normalised(plain);
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Locators.refusal("The name of the group is missing or too long.", ALLOWED);
        }
        return name;
    }
}
