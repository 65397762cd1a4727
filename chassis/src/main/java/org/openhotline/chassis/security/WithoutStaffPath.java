// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.RequestPath;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Shows the filter for log-outs elsewhere the path that it insists on ({@code /logout/connect/back-channel/…}): the only
 * one of Spring Security's log-in filters whose path cannot be set.
 */
final class WithoutStaffPath extends OncePerRequestFilter {
    private final String staffPath;
    private final String only;

    /** @param only the path, below the staff path, that is shown without it */
    WithoutStaffPath(String staffPath, String only) {
        this.staffPath = staffPath;
        this.only = only;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean shown =
                !staffPath.isEmpty() && request.getRequestURI().equals(request.getContextPath() + staffPath + only);
        chain.doFilter(shown ? new Shortened(request, only) : request, response);
    }

    private static final class Shortened extends HttpServletRequestWrapper {
        private final String path;

        Shortened(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return getContextPath() + path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.equals(ServletRequestPathUtils.PATH_ATTRIBUTE)
                    ? RequestPath.parse(getRequestURI(), getContextPath())
                    : super.getAttribute(name);
        }
    }
}
