// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.rdap;

import java.util.Optional;

/**
 * A mail address out of a registry's answer.
 *
 * @param role of the entity that it belongs to
 * @param handle of that entity
 */
public record AbuseContact(String email, String role, Optional<String> handle) {
    @Override
    public String toString() {
        return "AbuseContact[not shown]";
    }
}
