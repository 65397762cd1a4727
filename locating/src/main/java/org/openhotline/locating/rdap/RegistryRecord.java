// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.util.Optional;

/**
 * What a registry says about an IP network or an autonomous system.
 *
 * @param name of the network, or its handle where it has none
 * @param holder name of the entity that registered it
 * @param country ISO 3166-1 alpha-2; some registries leave it out
 * @param asn of the autonomous system that announces the network, where the answer tells it
 * @param abuse contact of an entity with the role {@code abuse}
 * @param other contact of a technical, administrative or registrant entity, known only where there is no {@code abuse}; nobody
 *     promised to read complaints there
 * @param registry the base address of the server that answered
 */
public record RegistryRecord(
        Optional<String> name,
        Optional<String> holder,
        Optional<String> country,
        Optional<Long> asn,
        Optional<AbuseContact> abuse,
        Optional<AbuseContact> other,
        String registry) {
    @Override
    public String toString() {
        return "RegistryRecord[not shown]";
    }
}
