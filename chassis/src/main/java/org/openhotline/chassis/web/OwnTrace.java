// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every request begins a trace of ours. A trace context that a client or its company's proxy sends along (W3C Trace
 * Context) would tie a stored report to the reporter's own browsing.
 */
final class OwnTrace extends OncePerRequestFilter {
    private static final Set<String> HIDDEN = Set.of("traceparent", "tracestate", "baggage", "b3");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutTrace(request), response);
    }

    private static boolean isHidden(String header) {
        return HIDDEN.contains(header.toLowerCase(Locale.ROOT));
    }

    private static final class WithoutTrace extends HttpServletRequestWrapper {
        WithoutTrace(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = Collections.list(super.getHeaderNames());
            return Collections.enumeration(
                    names.stream().filter(name -> !isHidden(name)).toList());
        }
    }
}
