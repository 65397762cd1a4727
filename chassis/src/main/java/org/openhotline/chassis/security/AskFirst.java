// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the identity provider whether it answers before a browser is sent there to log in. Where it does not, our page
 * says so in words; loading the page again starts the same log-in.
 */
final class AskFirst extends OncePerRequestFilter {
    private final RequestMatcher logIn;
    private final IdentityProvider provider;
    private final Refusals refusals;

    AskFirst(IdentityProvider provider, Refusals refusals) {
        this.logIn = PathPatternRequestMatcher.pathPattern(provider.login());
        this.provider = provider;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !logIn.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (provider.answers()) {
            chain.doFilter(request, response);
        } else {
            refusals.answer(request, response, new Refusal.LoginUnreachable());
        }
    }
}
