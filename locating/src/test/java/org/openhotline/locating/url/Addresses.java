// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.item.LocatorKind;

/** What must hold of any text at all that is given as an address. */
final class Addresses {
    private Addresses() {}

    /** @return whether it was identified; anything but this or a plain refusal is an error */
    static boolean isIdentifiedForGoodOrRefused(Optional<LocatorKind> kind, String text) {
        Locator locator;
        try {
            locator = Locators.identify(kind, text);
        } catch (InvalidInput e) {
            assertThat(e.field()).isEqualTo("addresses");
            return false;
        }
        Optional<LocatorKind> known = Optional.of(locator.kind());
        assertThat(Locators.identify(known, locator.canonical()).canonical())
                .as("the identity of the identity")
                .isEqualTo(locator.canonical());
        assertThat(Locators.identify(known, locator.exact()))
                .as("the exact form, read again")
                .isEqualTo(locator);
        locator.host().ifPresent(host -> assertThat(SafeHost.of(host).text()).startsWith(host));
        locator.registrableDomain()
                .ifPresent(domain -> assertThat(locator.host().orElseThrow()).contains(domain));
        return true;
    }
}
