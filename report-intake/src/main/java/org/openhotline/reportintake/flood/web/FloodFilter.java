// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.chassis.security.AccessRules.Entrance;
import org.openhotline.chassis.security.Refusal;
import org.openhotline.chassis.security.Refusals;
import org.openhotline.reportintake.flood.FloodGate;
import org.openhotline.reportintake.flood.Passage;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops a flood before security, controllers and templates cost anything. Reads three fields of the form and nothing of
 * the sender.
 */
final class FloodFilter extends OncePerRequestFilter {
    static final String TICKET = "ticket";
    static final String WORK = "work";
    private static final String KEY = "key";
    /** Characters of all fields together; a report that is in order has less. */
    private static final long MOST_KEPT = 100_000;

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final FloodGate gate;
    private final AccessRules rules;
    private final Refusals refusals;
    private final WaitPage waitPage;

    FloodFilter(FloodGate gate, AccessRules rules, Refusals refusals, WaitPage waitPage) {
        this.gate = gate;
        this.rules = rules;
        this.refusals = refusals;
        this.waitPage = waitPage;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !rules.isFor(Entrance.OPEN, request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/") || !isForm(request)) {
            if (gate.call()) {
                chain.doFilter(request, response);
            } else {
                refusals.answer(request, response, new Refusal.TooMany(A_MOMENT));
            }
            return;
        }
        switch (passage(path, request)) {
            case Passage.Open() -> chain.doFilter(request, response);
            case Passage.Later tooLong
            when length(request) > MOST_KEPT -> refusals.answer(request, response, new Refusal.TooLarge());
            case Passage.Later later -> waitPage.write(later, request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private Passage passage(String path, HttpServletRequest request) {
        return path.equals("/")
                ? gate.report(field(request, TICKET), field(request, WORK), key(request))
                : gate.form(field(request, TICKET), field(request, WORK));
    }

    /** In characters; the wait page carries them all. */
    private static long length(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .mapToLong(String::length)
                .sum();
    }

    /** What is no key is remembered as none, so that nobody can make us remember more than a key. */
    private static String key(HttpServletRequest request) {
        return IdempotencyKey.read(field(request, KEY))
                .map(IdempotencyKey::text)
                .orElse("");
    }

    private static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
