// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.Optional;
import org.openhotline.contracts.item.LocatorKind;

/**
 * One reported address, recognised.
 *
 * @param kind follows from the address: a {@code .onion} host is an onion service, all else is the web
 * @param canonical the identity: equal for two reports of the same address. For the blind index; identifying it again
 *     gives itself
 * @param host A-label name or address literal without brackets, as it is asked about
 * @param exact the address as reported in full standard form: with its fragment, refanged and with a scheme. For people,
 *     notices and tracing
 */
public record Locator(LocatorKind kind, String canonical, String host, String exact) {

    /** The registrable domain of the host; empty for address literals, onion services and bare public suffixes. */
    public Optional<String> registrableDomain() {
        return kind == LocatorKind.ONION ? Optional.empty() : RegistrableDomain.of(host);
    }

    @Override
    public String toString() {
        return "Locator[" + kind + ", not shown]";
    }
}
