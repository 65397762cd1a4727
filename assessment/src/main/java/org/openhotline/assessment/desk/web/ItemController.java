// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.assessment.classification.Choice;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.item.AssessItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.ReleaseClaim;
import org.openhotline.assessment.item.TriageItem;
import org.openhotline.assessment.reveal.RevealItem;
import org.openhotline.assessment.reveal.Revealed;
import org.openhotline.assessment.tracing.TraceItem;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.staff.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One item: what is known, revealing it, deciding, giving it back. */
@Controller
@RequestMapping("/items/{id}")
final class ItemController {
    private final AssessedItems items;
    private final RevealItem reveals;
    private final AssessItem decisions;
    private final TriageItem triage;
    private final ReleaseClaim releases;
    private final TraceItem tracing;
    private final ClassificationProfile profile;
    private final InstantSource clock;

    ItemController(
            AssessedItems items,
            RevealItem reveals,
            AssessItem decisions,
            TriageItem triage,
            ReleaseClaim releases,
            TraceItem tracing,
            ClassificationProfile profile,
            InstantSource clock) {
        this.items = items;
        this.reveals = reveals;
        this.decisions = decisions;
        this.triage = triage;
        this.releases = releases;
        this.tracing = tracing;
        this.profile = profile;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView item(@PathVariable UUID id, Actor actor) {
        return page(id, actor);
    }

    /** Shown in the answer itself and never kept: looking once more is a new act that is logged again. */
    @PostMapping("/reveal")
    ModelAndView reveal(@PathVariable UUID id, Actor actor) {
        try {
            Revealed revealed = reveals.reveal(id, actor);
            return page(id, actor).addObject("revealed", RevealedView.of(revealed));
        } catch (Conflict e) {
            return refused(id, actor, e);
        }
    }

    @PostMapping("/decision")
    ModelAndView decide(@PathVariable UUID id, @RequestParam(defaultValue = "") String choice, Actor actor) {
        return decided(id, actor, () -> decisions.decide(id, chosen(choice), actor));
    }

    @PostMapping("/triage")
    ModelAndView triage(@PathVariable UUID id, @RequestParam(defaultValue = "") String route, Actor actor) {
        return decided(id, actor, () -> triage.decide(id, routed(route), actor));
    }

    private ModelAndView decided(UUID id, Actor actor, Runnable decision) {
        try {
            decision.run();
            return new ModelAndView("redirect:/items/" + id);
        } catch (InvalidInput e) {
            ModelAndView page = page(id, actor);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject("error", e.getMessage());
        } catch (Conflict e) {
            return refused(id, actor, e);
        }
    }

    @PostMapping("/release")
    ModelAndView release(@PathVariable UUID id, Actor actor) {
        try {
            releases.release(id, actor);
            return new ModelAndView("redirect:/");
        } catch (Conflict e) {
            return refused(id, actor, e);
        }
    }

    @PostMapping("/trace")
    ModelAndView traceAgain(@PathVariable UUID id, Actor actor) {
        try {
            tracing.askAgain(id);
            return new ModelAndView("redirect:/items/" + id);
        } catch (Conflict e) {
            return refused(id, actor, e);
        }
    }

    private Choice chosen(String text) {
        return Choice.parse(text)
                .orElseThrow(() -> new InvalidInput("choice", "Choose one of the answers.", "one of the answers"));
    }

    private TriageRoute routed(String text) {
        return TriageChoice.parse(text)
                .orElseThrow(() -> new InvalidInput("route", "Choose one of the answers.", "one of the answers"));
    }

    private ModelAndView page(UUID id, Actor actor) {
        return new ModelAndView("assessment/item")
                .addObject("item", ItemPage.of(items.get(id), items, profile, actor, clock.instant()))
                .addObject("groups", ChoiceGroup.of(profile))
                .addObject("routes", TriageChoice.all());
    }

    private ModelAndView refused(UUID id, Actor actor, Conflict why) {
        ModelAndView page = page(id, actor);
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject("saying", why.getMessage());
    }
}
