// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openhotline.chassis.security.StaffMember;
import org.openhotline.chassis.security.StaffSide;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PublicForm;
import org.openhotline.contracts.country.PublicForm.LegalText;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Finds the {@link Kit} of a request and hands it to every view. */
final class Surroundings implements HandlerInterceptor {
    static final String NAME = "kit";

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Mand", "Samr", "Rohg");
    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
            Set.of("ar", "fa", "ur", "he", "ps", "sd", "ug", "yi", "dv", "ckb", "arc", "syr", "nqo");

    private final String hotline;
    private final String service;
    private final String staffOrigin;
    private final StaffSide staff;
    private final Languages languages;
    private final PublicForm form;
    /** By the language of the page; to find the names of languages takes longer than the rest of a request. */
    private final Map<Locale, List<Kit.Language>> offered = new ConcurrentHashMap<>();

    Surroundings(CountryProfile country, String service, String staffOrigin, StaffSide staff, Languages languages) {
        this.hotline = country.hotline().name();
        this.form = country.form();
        this.service = service;
        this.staffOrigin = staffOrigin.endsWith("/") ? staffOrigin.substring(0, staffOrigin.length() - 1) : staffOrigin;
        this.staff = staff;
        this.languages = languages;
    }

    // As an attribute of the request, which templates read like the model, so that views of a controller's own
    // exception handlers have it too.
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(NAME, of(request));
        return true;
    }

    Kit of(HttpServletRequest request) {
        Locale language = languages.resolveLocale(request);
        Optional<StaffMember> member =
                StaffMember.of(SecurityContextHolder.getContext().getAuthentication());
        return new Kit(
                hotline,
                language.toLanguageTag(),
                direction(language),
                offered(language),
                staffOrigin,
                staff.path(),
                member.map(m -> Places.OF_THE_STAFF.openTo(m.actor().roles(), staffOrigin, service))
                        .orElse(List.of()),
                member.map(StaffMember::displayName).orElse(""),
                member.isPresent(),
                face(language));
    }

    private Kit.Face face(Locale language) {
        Optional<LegalText> legal = form.legalTextIn(language.toLanguageTag());
        return new Kit.Face(
                FaceFiles.logoPath(form),
                form.colours().isPresent(),
                legal.map(LegalText::text).orElse(""),
                legal.map(LegalText::language).orElse(""));
    }

    private List<Kit.Language> offered(Locale current) {
        return offered.computeIfAbsent(current, this::languagesBeside);
    }

    private List<Kit.Language> languagesBeside(Locale current) {
        return languages.offered().stream()
                .map(locale -> new Kit.Language(
                        locale.toLanguageTag(), inItself(locale), direction(locale), locale.equals(current)))
                .toList();
    }

    private static String inItself(Locale locale) {
        String name = locale.getDisplayName(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    static String direction(Locale locale) {
        boolean rightToLeft = locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage())
                : RIGHT_TO_LEFT.contains(locale.getScript());
        return rightToLeft ? "rtl" : "ltr";
    }
}
