// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhotline.contracts.staff.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/** The roles that Keycloak puts into the claim {@code realm_access.roles}. Roles that we do not know are dropped. */
final class RealmRoles {
    private static final String CLAIM = "realm_access";

    private RealmRoles() {}

    static boolean areIn(Map<String, Object> claims) {
        return claims.get(CLAIM) instanceof Map;
    }

    static List<GrantedAuthority> in(Map<String, Object> claims) {
        if (!(claims.get(CLAIM) instanceof Map<?, ?> access) || !(access.get("roles") instanceof Collection<?> names)) {
            return List.of();
        }
        return names.stream()
                .map(String::valueOf)
                .map(Role::ofAccount)
                .flatMap(Optional::stream)
                .map(StaffMember::authority)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    /** For a log-in: roles from the id token or, where it has none, from the user info. */
    static Set<GrantedAuthority> ofLogin(Collection<? extends GrantedAuthority> authorities) {
        Set<GrantedAuthority> roles = new LinkedHashSet<>();
        for (GrantedAuthority authority : authorities) {
            if (authority instanceof OidcUserAuthority user) {
                roles.addAll(in(user.getIdToken().getClaims()));
                if (user.getUserInfo() != null) {
                    roles.addAll(in(user.getUserInfo().getClaims()));
                }
            }
        }
        return roles;
    }
}
