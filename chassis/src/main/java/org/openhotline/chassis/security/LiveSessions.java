// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * The sessions of this process, so that a log-out at the identity provider (OpenID Connect Back-Channel Logout 1.0) ends
 * them at once. Ends them directly: the stock handler calls the service's own log-out address over HTTP, which needs an
 * address and a cookie name to guess.
 */
final class LiveSessions implements HttpSessionListener, HttpSessionIdListener, LogoutHandler {
    private final Map<String, HttpSession> byId = new ConcurrentHashMap<>();
    private final OidcSessionRegistry logins = new InMemoryOidcSessionRegistry();

    /** Which session belongs to which log-in at the identity provider. */
    OidcSessionRegistry logins() {
        return logins;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        byId.put(event.getSession().getId(), event.getSession());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        byId.remove(oldId);
        byId.put(event.getSession().getId(), event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        byId.remove(event.getSession().getId());
        logins.removeSessionInformation(event.getSession().getId());
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            for (OidcSessionInformation login : logins.removeSessionInformation(token)) {
                end(login.getSessionId());
            }
        }
    }

    private void end(String id) {
        HttpSession session = byId.remove(id);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                // It ended by itself in between, which is what was asked for.
            }
        }
    }
}
