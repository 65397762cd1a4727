// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.answer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.takedown.answer.AnswerNotice;
import org.openhotline.takedown.letter.AnswerLink;
import org.openhotline.takedown.notice.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A mail gateway that opens the link changes nothing; only the form's button answers. */
@Controller
final class AnswerController {
    private final AnswerNotice answering;

    AnswerController(AnswerNotice answering) {
        this.answering = answering;
    }

    @GetMapping("/answer/{token}")
    String look(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            return form(token, answering.look(new AnswerLink(token)), false, model);
        } catch (NotFound e) {
            return deadLink(response);
        }
    }

    @PostMapping("/answer/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response) {
        AnswerLink link = new AnswerLink(token);
        Optional<HostAnswer> said = Arrays.stream(HostAnswer.values())
                .filter(a -> a.name().equals(answer))
                .findFirst();
        try {
            if (said.isEmpty()) {
                return form(token, answering.look(link), true, model);
            }
            model.addAttribute("number", answering.answer(link, said.get()).number());
            return "takedown/answered";
        } catch (NotFound e) {
            return deadLink(response);
        }
    }

    /** The same for a link that never was, that was used and that is too old. */
    private static String deadLink(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "takedown/no-answer";
    }

    private static String form(String token, Notice notice, boolean missing, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("number", notice.number());
        model.addAttribute("count", notice.items().size());
        model.addAttribute("answers", List.of(HostAnswer.values()));
        model.addAttribute("missing", missing);
        return "takedown/answer";
    }
}
