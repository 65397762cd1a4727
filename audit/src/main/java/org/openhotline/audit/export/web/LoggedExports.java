// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.export.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhotline.chassis.access.ExportLog;
import org.openhotline.chassis.security.StaffMember;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Stores that entries are taken away, once the answer is there and before any of it is sent; where that fails, nothing is
 * sent. Checkpoints, proofs, keys and hashes say nothing of anybody and are not told.
 */
@ControllerAdvice
final class LoggedExports implements ResponseBodyAdvice<Object> {
    private static final Map<PathPattern, String> TOLD = new LinkedHashMap<>();

    static {
        told("/api/entries", "log-entries");
        told("/api/entries/{id}", "log-entry");
        told("/api/entries/{id}/leaf", "log-entry");
        told("/api/entries/{id}/event", "log-entry");
        told("/entries/{id}/leaf", "log-entry");
        told("/entries/{id}/event", "log-entry");
        told("/tlog/tile/entries/**", "log-bundle");
    }

    private final ExportLog exports;

    LoggedExports(ExportLog exports) {
        this.exports = exports;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        what(request)
                .ifPresent(what -> StaffMember.of(
                                SecurityContextHolder.getContext().getAuthentication())
                        .ifPresent(member -> exports.leaving(what, 1, member.actor())));
        return body;
    }

    private static Optional<String> what(ServerHttpRequest request) {
        String context = request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getContextPath()
                : "";
        PathContainer path =
                PathContainer.parsePath(request.getURI().getRawPath().substring(context.length()));
        return TOLD.entrySet().stream()
                .filter(told -> told.getKey().matches(path))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void told(String pattern, String what) {
        TOLD.put(PathPatternParser.defaultInstance.parse(pattern), what);
    }
}
