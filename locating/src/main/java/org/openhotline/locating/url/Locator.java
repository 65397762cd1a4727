// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.Optional;
import org.openhotline.contracts.item.LocatorKind;

/**
 * One reported address, recognised.
 *
 * @param kind what the sender said, corrected where the address itself says better: a {@code .onion} host is an onion
 *     service
 * @param canonical the identity: equal for two reports of the same address. For the blind index; identifying it again,
 *     as the same kind, gives itself
 * @param host A-label name or address literal without brackets, as it is asked about; empty where there is nothing to ask
 * @param exact the address as reported in full standard form: with its fragment, refanged and with a scheme. For people,
 *     notices and tracing
 * @param relatives what it shares with addresses that are not the same
 */
public record Locator(LocatorKind kind, String canonical, Optional<String> host, String exact, Relatives relatives) {

    /**
     * Keys that different addresses may have in common. They are for showing a connection, never for taking one for the
     * other.
     *
     * @param page the same page with another query, fragment or scheme; the same name in another spelling
     * @param family the same registrable domain and folder
     */
    public record Relatives(Optional<String> page, Optional<String> family) {
        static final Relatives NONE = new Relatives(Optional.empty(), Optional.empty());

        static Relatives ofSpelling(LocatorKind kind, String folded) {
            return new Relatives(Optional.of(kind.wireName() + ":" + folded), Optional.empty());
        }

        @Override
        public String toString() {
            return "Relatives[not shown]";
        }
    }

    /** One without a host, whose identity is its text after the name of its kind. */
    static Locator of(LocatorKind kind, String value, String exact, Relatives relatives) {
        return new Locator(kind, kind.wireName() + ":" + value, Optional.empty(), exact, relatives);
    }

    /** The registrable domain of the host; empty for address literals, onion services and bare public suffixes. */
    public Optional<String> registrableDomain() {
        return host.filter(h -> !OnionAddress.isOnion(h)).flatMap(RegistrableDomain::of);
    }

    @Override
    public String toString() {
        return "Locator[" + kind + ", not shown]";
    }
}
