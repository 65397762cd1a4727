// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.disclosure.DiscloseContact;
import org.openhotline.reportintake.disclosure.Disclosure;
import org.openhotline.reportintake.disclosure.DisclosureState;
import org.openhotline.reportintake.disclosure.Disclosures;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A liaison officer asks for a contact, a senior analyst decides, the officer who asked sees it once. */
@Controller
@RequestMapping("/report-intake")
final class DisclosurePages {
    private static final int SHOWN = 100;
    private static final String ONE = "report-intake/desk/disclosure";
    private final DiscloseContact discloseContact;
    private final Disclosures disclosures;
    private final Submissions submissions;

    DisclosurePages(DiscloseContact discloseContact, Disclosures disclosures, Submissions submissions) {
        this.discloseContact = discloseContact;
        this.disclosures = disclosures;
        this.submissions = submissions;
    }

    /** One request in words; what was written stays closed. */
    public record Shown(UUID id, UUID submissionId, String state, String tone, String asked, boolean consent) {}

    @GetMapping("/disclosures")
    String open(Model model) {
        model.addAttribute(
                "requests",
                disclosures.open(SHOWN).stream().map(DisclosurePages::shown).toList());
        return "report-intake/desk/disclosures";
    }

    @GetMapping("/submissions/{submissionId}/disclosures")
    String of(@PathVariable UUID submissionId, Actor actor, Model model) {
        return asking(submissionId, actor, model);
    }

    @PostMapping("/submissions/{submissionId}/disclosures")
    String request(
            @PathVariable UUID submissionId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String legalBasis,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            Disclosure asked = discloseContact.request(submissionId, reason, legalBasis, actor);
            return back(asked.id());
        } catch (InvalidInput e) {
            model.addAttribute("reason", reason);
            model.addAttribute("legalBasis", legalBasis);
            wrong(e, model, response);
            return asking(submissionId, actor, model);
        }
    }

    @GetMapping("/disclosures/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        return page(known(id), actor, model);
    }

    @PostMapping("/disclosures/{id}/approve")
    String approve(@PathVariable UUID id, Actor actor) {
        return back(discloseContact.approve(id, actor).id());
    }

    @PostMapping("/disclosures/{id}/refuse")
    String refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String refusal,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            return back(discloseContact.refuse(id, refusal, actor).id());
        } catch (InvalidInput e) {
            model.addAttribute("refusal", refusal);
            wrong(e, model, response);
            return page(known(id), actor, model);
        }
    }

    /** The answer to this one request alone shows it: no page that can be opened again does. */
    @PostMapping("/disclosures/{id}/show")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("contact", discloseContact.show(id, actor));
        return page(known(id), actor, model);
    }

    private String asking(UUID submissionId, Actor actor, Model model) {
        Submission submission =
                submissions.find(submissionId).orElseThrow(() -> new NotFound("There is no such report."));
        model.addAttribute("id", submissionId);
        model.addAttribute("hasContact", submission.contact().isPresent());
        model.addAttribute(
                "consent",
                submission.amendments().consent().filter(Consent::toPolice).isPresent());
        model.addAttribute("mayAsk", actor.isOneOf(Role.LIAISON_OFFICER));
        model.addAttribute(
                "requests",
                disclosures.of(submissionId).stream()
                        .map(DisclosurePages::shown)
                        .toList());
        return "report-intake/desk/disclosures-of";
    }

    private String page(Disclosure request, Actor actor, Model model) {
        boolean own = actor.id().equals(request.askedBy());
        boolean decides = actor.isOneOf(Role.SENIOR_ANALYST) && !own;
        model.addAttribute("request", shown(request));
        model.addAttribute("mayDecide", decides && request.state() == DisclosureState.REQUESTED);
        model.addAttribute("maySee", own && request.state() == DisclosureState.APPROVED);
        if (own || decides) {
            model.addAttribute("words", discloseContact.read(request, actor));
        }
        return ONE;
    }

    private Disclosure known(UUID id) {
        return disclosures.find(id).orElseThrow(() -> new NotFound("There is no such request."));
    }

    private static void wrong(InvalidInput e, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("errorField", e.field());
        model.addAttribute("error", e.getMessage() + " Give " + e.allowed() + ".");
    }

    private static String back(UUID id) {
        return "redirect:/report-intake/disclosures/" + id;
    }

    private static Shown shown(Disclosure request) {
        return new Shown(
                request.id(),
                request.submissionId(),
                switch (request.state()) {
                    case REQUESTED -> "waits for a decision";
                    case APPROVED -> "approved, not used yet";
                    case REFUSED -> "refused";
                    case USED -> "used";
                },
                switch (request.state()) {
                    case REQUESTED -> "waiting";
                    case APPROVED -> "active";
                    case REFUSED, USED -> "";
                },
                Times.minute(request.askedAt()),
                request.consent());
    }
}
