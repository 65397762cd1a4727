// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhotline.audit.casefile.Purpose;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.staff.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/case-file")
final class CaseFilePage {
    private static final String VIEW = "audit/case-file";

    private final TakeCaseFile taking;

    CaseFilePage(TakeCaseFile taking) {
        this.taking = taking;
    }

    @ModelAttribute("purposes")
    List<Purpose> purposes() {
        return List.of(Purpose.values());
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String item, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("purpose", "");
        return VIEW;
    }

    /** Answers with the file, or with the form and what is wrong. */
    @PostMapping
    @Nullable
    String take(
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String purpose,
            Actor actor,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            taking.take(item, purpose, actor, response);
            return null;
        } catch (InvalidInput e) {
            problem(e.field(), e.getMessage() + " Give " + e.allowed() + ".", model);
        } catch (NotFound e) {
            problem("item", String.valueOf(e.getMessage()), model);
        }
        model.addAttribute("item", item);
        model.addAttribute("purpose", purpose);
        return VIEW;
    }

    private static void problem(String field, String words, Model model) {
        model.addAttribute("errorField", field);
        model.addAttribute("error", words);
    }
}
