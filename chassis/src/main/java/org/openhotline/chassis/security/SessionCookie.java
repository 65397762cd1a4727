// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.boot.web.server.servlet.Session.SessionTrackingMode;

/**
 * Gives each service's session cookie a name and a path of its own: the services share one host name, and cookies ignore
 * ports.
 */
final class SessionCookie implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
    private final IdentityProvider provider;

    SessionCookie(IdentityProvider provider) {
        this.provider = provider;
    }

    /** For example {@code OH_NEEDS_ASSESSMENT}. */
    static String nameFor(String service) {
        return "OH_" + service.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        Session session = factory.getSettings().getSession();
        session.setTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        Cookie cookie = session.getCookie();
        cookie.setName(nameFor(provider.client()));
        cookie.setPath(provider.cookiePath());
        cookie.setHttpOnly(true);
        cookie.setSameSite(Cookie.SameSite.LAX);
        cookie.setSecure(provider.staffOrigin().startsWith("https:"));
    }
}
