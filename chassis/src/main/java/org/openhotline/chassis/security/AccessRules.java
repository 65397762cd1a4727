// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhotline.contracts.staff.Role;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Which paths of a service are for whom. The first rule that matches decides; what no rule matches is refused. Patterns
 * are Spring path patterns below the context path, for example {@code /queue/**}.
 */
public final class AccessRules {

    /** How somebody comes in. */
    public enum Entrance {
        /** No log-in, no session. */
        OPEN,
        /** A browser that logs in at the identity provider. */
        PAGES,
        /** A bearer token. */
        API
    }

    /** @param roles of which one is needed; empty where the entrance is open */
    public record Rule(Entrance entrance, String pattern, Set<Role> roles) {
        public Rule {
            roles = Set.copyOf(roles);
        }
    }

    private record Matcher(PathPatternRequestMatcher path, Rule rule) {}

    private final List<Matcher> matchers;

    private AccessRules(List<Matcher> matchers) {
        this.matchers = List.copyOf(matchers);
    }

    /** No rule yet: all is refused. */
    public static AccessRules rules() {
        return new AccessRules(List.of());
    }

    /** Anybody may come in, without log-in and without a session. */
    public AccessRules open(String... patterns) {
        return and(Arrays.stream(patterns).map(pattern -> new Rule(Entrance.OPEN, pattern, Set.of())));
    }

    /** Staff pages for people with one of {@code roles}. */
    public AccessRules pages(String pattern, Role... roles) {
        return and(Stream.of(new Rule(Entrance.PAGES, pattern, atLeastOne(pattern, roles))));
    }

    /** Calls with a bearer token that carries one of {@code roles}. */
    public AccessRules api(String pattern, Role... roles) {
        return and(Stream.of(new Rule(Entrance.API, pattern, atLeastOne(pattern, roles))));
    }

    /** The rule that decides on {@code request}; none where it is refused. */
    public Optional<Rule> ruleFor(HttpServletRequest request) {
        return matchers.stream()
                .filter(matcher -> matcher.path().matches(request))
                .map(Matcher::rule)
                .findFirst();
    }

    public boolean isFor(Entrance entrance, HttpServletRequest request) {
        return ruleFor(request).filter(rule -> rule.entrance() == entrance).isPresent();
    }

    /** Whether any page wants a log-in. */
    public boolean hasPages() {
        return all().stream().anyMatch(rule -> rule.entrance() == Entrance.PAGES);
    }

    /** Every rule, in order. */
    public List<Rule> all() {
        return matchers.stream().map(Matcher::rule).toList();
    }

    /**
     * These rules with what each service has: the stylesheet, and the start page for everybody whom some page is for, so
     * that nobody meets a blank refusal right after logging in.
     */
    AccessRules withWhatEveryServiceHas(StaffSide staff) {
        AccessRules kit =
                staff.path().isEmpty() ? rules().open("/kit/**") : rules().open("/kit/**", staff.path() + "/kit/**");
        AccessRules complete = kit.and(all().stream());
        if (!hasPages()) {
            return complete;
        }
        Role[] everybody = all().stream()
                .filter(rule -> rule.entrance() == Entrance.PAGES)
                .flatMap(rule -> rule.roles().stream())
                .distinct()
                .toArray(Role[]::new);
        return complete.pages(staff.path() + "/", everybody);
    }

    private AccessRules and(Stream<Rule> more) {
        List<Matcher> all = new ArrayList<>(matchers);
        more.map(rule -> new Matcher(PathPatternRequestMatcher.pathPattern(rule.pattern()), rule))
                .forEach(all::add);
        return new AccessRules(all);
    }

    private static Set<Role> atLeastOne(String pattern, Role... roles) {
        if (roles.length == 0) {
            throw new IllegalArgumentException("name the roles that " + pattern + " is for");
        }
        return EnumSet.copyOf(Arrays.asList(roles));
    }

    @Override
    public String toString() {
        return all().stream().map(Rule::toString).collect(Collectors.joining("\n"));
    }
}
