// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.staff;

import java.util.Arrays;
import java.util.Set;

/**
 * Somebody who acts.
 *
 * @param id the account's id at the identity provider, {@code system} or {@code host}; never a name
 */
public record Actor(String id, Set<Role> roles) {
    public static final Actor SYSTEM = new Actor("system", Set.of(Role.SYSTEM));
    public static final Actor HOST = new Actor("host", Set.of(Role.HOST));

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean isOneOf(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
