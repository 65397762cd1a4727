// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * An account that is logged in or came with a token.
 *
 * @param displayName for the account's own eyes in the page header; never stored
 */
public record StaffMember(Actor actor, String displayName) {
    private static final String ROLE = "ROLE_";

    /** Nobody where {@code authentication} is missing or anonymous. */
    public static Optional<StaffMember> of(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(new StaffMember(new Actor(id(authentication), roles(authentication)), name(authentication)));
    }

    static String authority(Role role) {
        return ROLE + role.wireName();
    }

    private static Set<Role> roles(Authentication authentication) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .forEach(authority ->
                        Role.ofAccount(authority.substring(ROLE.length())).ifPresent(roles::add));
        return roles;
    }

    private static String id(Authentication authentication) {
        return switch (authentication.getPrincipal()) {
            case OidcUser user -> String.valueOf(user.getSubject());
            case Jwt token -> String.valueOf(token.getSubject());
            case null, default -> authentication.getName();
        };
    }

    private static String name(Authentication authentication) {
        if (authentication.getPrincipal() instanceof ClaimAccessor claims) {
            return Optional.ofNullable(claims.getClaimAsString("name"))
                    .or(() -> Optional.ofNullable(claims.getClaimAsString("preferred_username")))
                    .orElse("");
        }
        return "";
    }
}
