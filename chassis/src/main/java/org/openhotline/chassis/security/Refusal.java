// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import java.time.Duration;
import java.util.Set;
import org.openhotline.contracts.staff.Role;

/** Why a request is not let in. */
public sealed interface Refusal {

    /** No rule lists the path: answered as if nothing were there. */
    record Unlisted() implements Refusal {}

    /** Not a well-formed request, for example a path with {@code ..} in it. */
    record Malformed() implements Refusal {}

    /** A token is missing, expired or not for us. */
    record TokenNeeded() implements Refusal {}

    /** Logged in, but with none of {@code needed}. */
    record RoleNeeded(Set<Role> needed) implements Refusal {}

    /** A form that was sent without its token, mostly because the session ended meanwhile. */
    record FormExpired() implements Refusal {}

    /** The identity provider sent somebody back without a valid log-in. */
    record LoginFailed() implements Refusal {}

    /** More requests arrive than are let through. @param rest when to try again */
    record TooMany(Duration rest) implements Refusal {}

    /** More than what is asked for here can ever need. */
    record TooLarge() implements Refusal {}

    /** The identity provider does not answer. */
    record LoginUnreachable() implements Refusal {}
}
