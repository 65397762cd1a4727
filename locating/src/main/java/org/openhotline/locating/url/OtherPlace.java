// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/** Where something is, in free words. A full web address is taken as what it is, whatever it was said to be. */
final class OtherPlace {
    private static final int SHORTEST = 3;

    private OtherPlace() {}

    static Locator identify(String text) {
        return WebLocator.link(LocatorKind.WEB, text)
                .map(link -> WebLocator.identify(LocatorKind.WEB, link.exact()))
                .orElseGet(() -> words(text));
    }

    private static Locator words(String text) {
        String words =
                Plain.normalised(Plain.withoutPrefix(Plain.normalised(text), LocatorKind.OTHER.wireName() + ":"));
        if (words.length() < SHORTEST) {
            throw Locators.refusal("This is too short to find the place by.", "A few words that name the place");
        }
        return Locator.of(
                LocatorKind.OTHER, words, words, Relatives.ofSpelling(LocatorKind.OTHER, Plain.folded(words)));
    }
}
