// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.web;

import java.time.InstantSource;
import java.util.Optional;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.needs.figures.ComputeFigures;
import org.openhotline.needs.figures.Figures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
final class FiguresPage {
    private static final String VIEW = "needs-assessment/figures";

    private final ComputeFigures compute;
    private final InstantSource clock;

    FiguresPage(ComputeFigures compute, InstantSource clock) {
        this.compute = compute;
        this.clock = clock;
    }

    @GetMapping("/")
    String figures(@RequestParam Optional<String> from, @RequestParam Optional<String> to, Model model) {
        model.addAttribute("from", from.orElse(""));
        model.addAttribute("to", to.orElse(""));
        try {
            show(compute.of(PeriodParameters.read(from, to, clock.instant())), model);
        } catch (InvalidInput e) {
            model.addAttribute("errorField", e.field());
            model.addAttribute("error", e.getMessage() + " Give " + e.allowed() + ".");
        }
        return VIEW;
    }

    private static void show(Figures figures, Model model) {
        model.addAttribute("from", figures.period().from().toString());
        model.addAttribute("to", figures.period().to().toString());
        model.addAttribute("figures", FiguresView.of(figures));
        model.addAttribute("note", FiguresJson.NOTE);
    }
}
