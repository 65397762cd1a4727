// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness.web;

import org.openhotline.audit.log.Log;
import org.openhotline.audit.soundness.TellSoundness;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class SoundnessPage {
    private final TellSoundness telling;
    private final Log log;

    SoundnessPage(TellSoundness telling, Log log) {
        this.telling = telling;
        this.log = log;
    }

    @GetMapping("/integrity")
    String integrity(Model model) {
        model.addAttribute("integrity", SoundnessView.of(telling.now()));
        model.addAttribute("verifierKey", log.key().text());
        return "audit/integrity";
    }
}
