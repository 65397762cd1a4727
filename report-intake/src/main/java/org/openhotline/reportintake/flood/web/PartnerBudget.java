// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.openhotline.chassis.security.Refusal;
import org.openhotline.chassis.security.Refusals;
import org.openhotline.reportintake.flood.FloodGate;
import org.springframework.web.servlet.HandlerInterceptor;

/** A partner that has logged in has a rate of its own, which no flood of others uses up. */
final class PartnerBudget implements HandlerInterceptor {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final FloodGate gate;
    private final Refusals refusals;

    PartnerBudget(FloodGate gate, Refusals refusals) {
        this.gate = gate;
        this.refusals = refusals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Principal> partner = Optional.ofNullable(request.getUserPrincipal());
        if (partner.isEmpty()
                || !request.getMethod().equals("POST")
                || gate.call(partner.get().getName())) {
            return true;
        }
        refusals.answer(request, response, new Refusal.TooMany(A_MOMENT));
        return false;
    }
}
