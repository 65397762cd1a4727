// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.web;

import java.time.InstantSource;
import java.util.Optional;
import org.openhotline.chassis.access.ExportLog;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.needs.figures.ComputeFigures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class FiguresApi {
    private final ComputeFigures compute;
    private final InstantSource clock;
    private final ExportLog exports;

    FiguresApi(ComputeFigures compute, InstantSource clock, ExportLog exports) {
        this.compute = compute;
        this.clock = clock;
        this.exports = exports;
    }

    /**
     * @param from first day, {@code 2026-01-01}; 1 January where left out
     * @param to last day; today where left out
     */
    @GetMapping("/api/figures")
    FiguresJson figures(@RequestParam Optional<String> from, @RequestParam Optional<String> to, Actor actor) {
        FiguresJson figures = FiguresJson.of(compute.of(PeriodParameters.read(from, to, clock.instant())));
        exports.leaving("figures", 1, actor);
        return figures;
    }
}
