// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.locating.url.Locator.Relatives;

/** Where something is, in free words. A full web address is taken as what it is, whatever it was said to be. */
final class OtherPlace {
    private static final String PREFIX = LocatorKind.OTHER.wireName() + ":";
    private static final int SHORTEST = 3;

    private OtherPlace() {}

    static Locator identify(String text) {
        String place = Plain.settled(text, OtherPlace::read);
        return WebLocator.isLink(place)
                ? WebLocator.identify(LocatorKind.WEB, place)
                : Locator.of(
                        LocatorKind.OTHER, place, place, Relatives.ofSpelling(LocatorKind.OTHER, Plain.folded(place)));
    }

    private static String read(String text) {
        String plain = Plain.bare(text, PREFIX);
        if (WebLocator.isLink(plain)) {
            return plain;
        }
        String words = Plain.normalised(plain);
        if (words.length() < SHORTEST) {
            throw Locators.refusal("This is too short to find the place by.", "A few words that name the place");
        }
        return words;
    }
}
