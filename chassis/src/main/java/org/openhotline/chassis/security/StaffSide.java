// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Where in a service the staff and partners come in. Most services are theirs as a whole; one that also serves the public
 * keeps them below a path of its own ({@code openhotline.staff-path}). Whatever the proxy in front does, nothing of that
 * is there for a request that came by the public origin.
 */
public final class StaffSide {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String path;
    private final Optional<String> publicAuthority;

    /**
     * @param path below the context path, for example {@code /report-intake}; empty where the whole service is for staff
     * @param publicAuthority host and port of the public origin; empty where the two origins are one
     */
    StaffSide(String path, Optional<String> publicAuthority) {
        this.path = path;
        this.publicAuthority = publicAuthority;
    }

    public static StaffSide of(Environment environment) {
        String staff = environment.getProperty("openhotline.staff-origin", "http://localhost:8090");
        String open = environment.getProperty("openhotline.public-origin", "http://127.0.0.1:8080");
        return new StaffSide(
                environment.getProperty("openhotline.staff-path", ""),
                Optional.of(authority(open)).filter(known -> !known.equals(authority(staff))));
    }

    /** Empty where the whole service is for staff. */
    public String path() {
        return path;
    }

    /** Whether the request is for what staff and partners use, and did not come by the public origin. */
    public boolean isEnteredBy(HttpServletRequest request) {
        return isBelow(request) && !cameByThePublicOrigin(request);
    }

    /** Whether the request wants something of the staff's by the public origin, so that nothing may be there. */
    boolean isHiddenFrom(HttpServletRequest request) {
        return !path.isEmpty() && isBelow(request) && cameByThePublicOrigin(request);
    }

    boolean cameByThePublicOrigin(HttpServletRequest request) {
        String asked = request.getServerName().toLowerCase(Locale.ROOT) + ":" + request.getServerPort();
        return publicAuthority.filter(asked::equals).isPresent();
    }

    private boolean isBelow(HttpServletRequest request) {
        String wanted =
                request.getRequestURI().substring(request.getContextPath().length());
        return wanted.equals(path) || wanted.startsWith(path + "/");
    }

    private static String authority(String origin) {
        URI uri = URI.create(origin);
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + (uri.getPort() < 0 ? standard : uri.getPort());
    }
}
