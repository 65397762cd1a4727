// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openhotline.chassis.access.ExportLog;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.hold.PlaceHold;
import org.openhotline.takedown.hold.ReleaseHold;
import org.openhotline.takedown.referral.AcknowledgeReferral;
import org.openhotline.takedown.referral.Referral;
import org.openhotline.takedown.referral.ReferralPackage;
import org.openhotline.takedown.referral.Referrals;
import org.openhotline.takedown.referral.json.ReferralJson;
import org.openhotline.takedown.removal.HoldReason;
import org.openhotline.takedown.removal.ReleaseReason;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a liaison officer does about one referral. */
@Controller
@RequestMapping("/police/{referralId}")
final class ReferralController {
    private static final String VIEW = "takedown/referral";
    private static final List<Integer> HOURS = List.of(6, 12, 24, 48, 72);

    private final PolicePage page;
    private final Referrals referrals;
    private final PlaceHold placing;
    private final ReleaseHold releasing;
    private final AcknowledgeReferral acknowledging;
    private final ReferralJson json;
    private final ExportLog exports;

    ReferralController(
            PolicePage page,
            Referrals referrals,
            PlaceHold placing,
            ReleaseHold releasing,
            AcknowledgeReferral acknowledging,
            ReferralJson json,
            ExportLog exports) {
        this.page = page;
        this.referrals = referrals;
        this.placing = placing;
        this.releasing = releasing;
        this.acknowledging = acknowledging;
        this.json = json;
        this.exports = exports;
    }

    @ModelAttribute("choices")
    Map<String, List<?>> choices() {
        return Map.of(
                "hours", HOURS,
                "holdReasons", HoldReason.offered(),
                "releaseReasons", List.of(ReleaseReason.values()));
    }

    @GetMapping
    String show(@PathVariable UUID referralId, Model model) {
        model.addAttribute("referral", page.closed(referralId));
        return VIEW;
    }

    @PostMapping("/reveal")
    String reveal(@PathVariable UUID referralId, Actor actor, Model model) {
        ReferralView open = page.open(referralId, actor);
        model.addAttribute("referral", open);
        open.openPackage().ifPresent(secret -> model.addAttribute("secret", secret));
        return VIEW;
    }

    /** The package as a file; another look that is stored, and that it was taken away. */
    @PostMapping("/package")
    ResponseEntity<byte[]> download(@PathVariable UUID referralId, Actor actor) {
        ReferralPackage referral = page.wholePackage(referralId, actor);
        exports.leaving("case-file", referralId, PolicePage.PURPOSE, 1, actor);
        ContentDisposition file = ContentDisposition.attachment()
                .filename("referral-" + referral.referral().number() + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(json.write(referral).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/hold")
    String hold(
            @PathVariable UUID referralId,
            @RequestParam(defaultValue = "") String wait,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model) {
        try {
            placing.place(item(referralId), hours(wait), holdReason(reason), actor);
            return back(referralId);
        } catch (InvalidInput e) {
            return again(referralId, e, model);
        }
    }

    @PostMapping("/release")
    String release(
            @PathVariable UUID referralId, @RequestParam(defaultValue = "") String release, Actor actor, Model model) {
        try {
            ReleaseReason why = ReleaseReason.named(release)
                    .orElseThrow(() -> new InvalidInput("release", "Say why.", "one of the reasons"));
            releasing.release(item(referralId), why, actor);
            return back(referralId);
        } catch (InvalidInput e) {
            return again(referralId, e, model);
        }
    }

    @PostMapping("/acknowledge")
    String acknowledge(@PathVariable UUID referralId, Actor actor) {
        acknowledging.acknowledge(referralId, actor);
        return back(referralId);
    }

    private UUID item(UUID referralId) {
        Referral referral = referrals.get(referralId);
        return referral.itemId();
    }

    private static Duration hours(String wait) {
        return HOURS.stream()
                .filter(hours -> hours.toString().equals(wait))
                .findFirst()
                .map(Duration::ofHours)
                .orElseThrow(() -> new InvalidInput("wait", "Say how long.", "one of the times"));
    }

    private static HoldReason holdReason(String reason) {
        return HoldReason.named(reason)
                .orElseThrow(() -> new InvalidInput("reason", "Say why the notice is to wait.", "one of the reasons"));
    }

    private String again(UUID referralId, InvalidInput problem, Model model) {
        model.addAttribute("referral", page.closed(referralId));
        model.addAttribute("errorField", problem.field());
        model.addAttribute("error", problem.getMessage());
        return VIEW;
    }

    private static String back(UUID referralId) {
        return "redirect:/police/" + referralId;
    }
}
