// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.chassis.security.AccessRules.Entrance;
import org.openhotline.chassis.security.StaffSide;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The language of a request: the parameter {@code lang}, else Accept-Language (RFC 9110, section 12.5.4), within the
 * languages of the country; else its first one. Nothing is remembered. Staff pages are written in English only, so their
 * language is English whatever a browser prefers.
 */
final class Languages implements LocaleResolver {
    private static final int LONGEST_HEADER = 200;

    private final List<Locale> offered;
    private final AccessRules rules;
    private final StaffSide staff;

    /** @param tags BCP 47, the default first */
    Languages(List<String> tags, AccessRules rules, StaffSide staff) {
        this.offered = tags.stream().map(Locale::forLanguageTag).toList();
        this.rules = rules;
        this.staff = staff;
    }

    List<Locale> offered() {
        return offered;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (isForStaff(request)) {
            return Locale.ENGLISH;
        }
        return asked(request).or(() -> preferred(request)).orElse(offered.getFirst());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language travels in the address");
    }

    boolean isForStaff(HttpServletRequest request) {
        return rules.hasPages()
                && staff.isEnteredBy(request)
                && !rules.isFor(Entrance.OPEN, request)
                && !rules.isFor(Entrance.API, request);
    }

    // From the query alone, so that the body of a refused request stays unread.
    private Optional<Locale> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .map(query -> UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst("lang"))
                .flatMap(tag -> offered.stream()
                        .filter(locale -> locale.toLanguageTag().equals(tag))
                        .findFirst());
    }

    private Optional<Locale> preferred(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), offered));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
