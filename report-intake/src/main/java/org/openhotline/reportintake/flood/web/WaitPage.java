// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openhotline.chassis.web.Pages;
import org.openhotline.reportintake.flood.Passage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/**
 * "Please wait, then press send again": keeps all answers in hidden fields. It must cost next to nothing, so the page is
 * made once for each language and only what differs is filled in. A script, if the browser runs it, does the work that
 * takes the place of waiting; the page allows that one script and no other.
 */
final class WaitPage {
    private static final String VIEW = "report-intake/wait";
    private static final String SECONDS = "@seconds@";
    private static final String BITS = "@bits@";
    private static final String FIELDS = "@fields@";
    private static final String POLICY = "Content-Security-Policy";
    private static final Set<String> NOT_KEPT = Set.of(FloodFilter.TICKET, FloodFilter.WORK, "lang");

    private final Pages pages;
    private final ConcurrentMap<Locale, String> shells = new ConcurrentHashMap<>();

    WaitPage(Pages pages) {
        this.pages = pages;
    }

    void write(Passage.Later later, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String seconds = String.valueOf(later.rest().plusMillis(999).toSeconds());
        String page = shell(request, response)
                .replace(SECONDS, seconds)
                .replace(BITS, String.valueOf(later.workBits()))
                .replace(FIELDS, fields(later, request));
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        response.setHeader(POLICY, withScript(response.getHeader(POLICY)));
        response.setContentType("text/html;charset=UTF-8");
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private String shell(HttpServletRequest request, HttpServletResponse response) {
        return shells.computeIfAbsent(
                pages.language(request),
                language -> pages.of(VIEW, Map.of("seconds", SECONDS, "bits", BITS), request, response));
    }

    /** Last of all replaced, so that an answer that looks like one of our marks stays as it is. */
    private static String fields(Passage.Later later, HttpServletRequest request) {
        StringBuilder fields = new StringBuilder(hidden(FloodFilter.TICKET, later.ticket()));
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_KEPT.contains(name)) {
                Arrays.stream(values).forEach(value -> fields.append(hidden(name, value)));
            }
        });
        return fields.toString();
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\">\n";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String withScript(String policy) {
        return policy.replace("style-src", "script-src 'self'; style-src");
    }
}
