// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhotline.reportintake.flood.FloodGate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives the pages that anybody can open a ticket for their form, as {@code ticket}. Later pages go without, to stay small:
 * in a flood the wait page brings one.
 */
final class TicketForPages implements HandlerInterceptor {
    private static final Set<String> FIRST = Set.of("/", "/elsewhere", "/status");

    private final FloodGate gate;

    TicketForPages(FloodGate gate) {
        this.gate = gate;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && !isRedirect(page) && FIRST.contains(request.getRequestURI())) {
            page.addObject(FloodFilter.TICKET, gate.ticket());
        }
    }

    /** Whose model would end up in an address. */
    private static boolean isRedirect(ModelAndView page) {
        String view = page.getViewName();
        return view != null && view.startsWith("redirect:");
    }
}
