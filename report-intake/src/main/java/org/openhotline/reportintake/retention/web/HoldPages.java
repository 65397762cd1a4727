// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.reportintake.retention.DecideHold;
import org.openhotline.reportintake.retention.LegalHold;
import org.openhotline.reportintake.retention.LegalHolds;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Places a report under legal hold and lifts it, each with a reason. */
@Controller
@RequestMapping("/report-intake/submissions/{id}/hold")
final class HoldPages {
    private final DecideHold decideHold;
    private final LegalHolds holds;
    private final Submissions submissions;

    HoldPages(DecideHold decideHold, LegalHolds holds, Submissions submissions) {
        this.decideHold = decideHold;
        this.holds = holds;
        this.submissions = submissions;
    }

    @FunctionalInterface
    private interface Step {
        LegalHold take(UUID submissionId, String reason, Actor actor);
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        return page(id, model);
    }

    @PostMapping("/place")
    String place(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return decided(decideHold::place, id, reason, actor, model, response);
    }

    @PostMapping("/lift")
    String lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return decided(decideHold::lift, id, reason, actor, model, response);
    }

    private String decided(Step step, UUID id, String reason, Actor actor, Model model, HttpServletResponse response) {
        try {
            return "redirect:/report-intake/submissions/"
                    + step.take(id, reason, actor).id() + "/hold";
        } catch (InvalidInput e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("error", e.getMessage() + " Give " + e.allowed() + ".");
            model.addAttribute("reason", reason);
            return page(id, model);
        }
    }

    private String page(UUID id, Model model) {
        if (submissions.find(id).isEmpty()) {
            throw new NotFound("There is no such report.");
        }
        Optional<LegalHold> hold = holds.find(id).filter(LegalHold::held);
        model.addAttribute("id", id);
        model.addAttribute("held", hold.isPresent());
        model.addAttribute(
                "since", hold.map(LegalHold::since).map(Times::minute).orElse(""));
        return "report-intake/desk/hold";
    }
}
