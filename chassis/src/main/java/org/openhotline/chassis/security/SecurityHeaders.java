// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhotline.chassis.security.AccessRules.Entrance;
import org.openhotline.contracts.country.PublicForm;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers that keep a browser from doing more than showing our pages. Written before anything else looks at a
 * request, so that refusals and error pages carry them too.
 */
final class SecurityHeaders extends OncePerRequestFilter {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action %s;"
            + " frame-ancestors %s; base-uri 'none'";
    private static final String NO_FEATURES = List.of(
                    "accelerometer",
                    "autoplay",
                    "browsing-topics",
                    "camera",
                    "display-capture",
                    "encrypted-media",
                    "fullscreen",
                    "geolocation",
                    "gyroscope",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "picture-in-picture",
                    "publickey-credentials-get",
                    "screen-wake-lock",
                    "usb",
                    "xr-spatial-tracking")
            .stream()
            .map(feature -> feature + "=()")
            .collect(Collectors.joining(", "));

    private final AccessRules rules;
    private final StaffSide staff;
    private final boolean framed;
    private final String publicPolicy;
    private final String staffPolicy;
    private final Optional<String> onion;

    /**
     * @param loginOrigin where a log-out form is redirected to, which browsers count as a target of the form
     * @param form who may show the open pages in a frame, and where they are as an onion service
     */
    SecurityHeaders(AccessRules rules, StaffSide staff, String loginOrigin, PublicForm form) {
        this.rules = rules;
        this.staff = staff;
        this.framed = !form.framedBy().isEmpty();
        this.publicPolicy = POLICY.formatted("'self'", framed ? String.join(" ", form.framedBy()) : "'none'");
        this.staffPolicy = POLICY.formatted("'self' " + loginOrigin, "'none'");
        this.onion = form.onionLocation();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!response.containsHeader("Content-Security-Policy")) {
            write(request, response);
        }
        chain.doFilter(request, response);
    }

    private void write(HttpServletRequest request, HttpServletResponse response) {
        boolean open = rules.isFor(Entrance.OPEN, request) || !staff.isEnteredBy(request);
        response.setHeader("Content-Security-Policy", open || !rules.hasPages() ? publicPolicy : staffPolicy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // This header cannot name origins; where some are listed, frame-ancestors alone says who.
        if (!open || !framed) {
            response.setHeader("X-Frame-Options", "DENY");
        }
        if (open && request.getMethod().equals("GET")) {
            onion.ifPresent(origin -> response.setHeader("Onion-Location", origin + request.getRequestURI()));
        }
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NO_FEATURES);
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    // A container may drop headers before it dispatches to the error page.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
