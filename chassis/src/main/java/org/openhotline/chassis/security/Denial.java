// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.openhotline.contracts.staff.Actor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Who was not let in where, without a word of what was sent.
 *
 * @param actor the account; nobody where no valid log-in or token says who it is
 * @param method of HTTP, {@code other} for one that is not usual
 * @param route the pattern of the path
 * @param reason {@code role}, {@code token}, {@code form}, {@code login} or {@code rule}
 */
public record Denial(Optional<String> actor, String method, String route, String reason) {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final String UNKNOWN_ROUTE = "/";

    /** None where the request was turned away for something else than who asked. */
    public static Optional<Denial> of(Refusal refusal, HttpServletRequest request, AccessRules rules) {
        return reason(refusal).map(reason -> of(reason, request, rules));
    }

    /** Somebody who may come in may not do this, for example decide on their own work. */
    public static Denial byRule(HttpServletRequest request, AccessRules rules) {
        return of("rule", request, rules);
    }

    private static Denial of(String reason, HttpServletRequest request, AccessRules rules) {
        return new Denial(
                StaffMember.of(SecurityContextHolder.getContext().getAuthentication())
                        .map(StaffMember::actor)
                        .map(Actor::id),
                METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                route(request, rules),
                reason);
    }

    private static Optional<String> reason(Refusal refusal) {
        return switch (refusal) {
            case Refusal.RoleNeeded _ -> Optional.of("role");
            case Refusal.TokenNeeded _ -> Optional.of("token");
            case Refusal.FormExpired _ -> Optional.of("form");
            case Refusal.LoginFailed _ -> Optional.of("login");
            case Refusal.Unlisted _,
                    Refusal.Malformed _,
                    Refusal.TooMany _,
                    Refusal.TooLarge _,
                    Refusal.LoginUnreachable _ -> Optional.empty();
        };
    }

    /** The controller's pattern where one was chosen, the rule's where none was yet. */
    private static String route(HttpServletRequest request, AccessRules rules) {
        return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .or(() -> rules.ruleFor(request).map(AccessRules.Rule::pattern))
                .map(pattern -> pattern.replaceAll("[^A-Za-z0-9/*{}._-]", "_"))
                .orElse(UNKNOWN_ROUTE);
    }
}
