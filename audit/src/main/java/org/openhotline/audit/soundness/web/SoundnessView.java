// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.openhotline.audit.log.LogDamaged;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.outside.Mark;
import org.openhotline.audit.outside.Reach;
import org.openhotline.audit.soundness.Soundness;
import org.openhotline.audit.soundness.Verification;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;

/**
 * As the page shows it. Texts that are not there are empty.
 *
 * @param mark how the result of the last verification looks
 * @param took in seconds
 * @param notes what the verifier said besides
 */
record SoundnessView(
        boolean needsAPerson,
        String size,
        String root,
        String signedAt,
        String verifiedAt,
        String took,
        String mark,
        String result,
        String sentence,
        List<String> notes,
        String damage,
        List<Gap> gaps,
        List<String> parked,
        List<Known> witnesses,
        List<Known> places,
        List<String> contradicting) {
    /** @param open whether the source still waits for what is missing */
    record Gap(String source, String expected, String found, String at, boolean open) {
        static Gap of(AuditGapDetected gap, SortedSet<String> parked) {
            return new Gap(
                    gap.source(),
                    Long.toString(gap.expected()),
                    Long.toString(gap.found()),
                    Times.second(gap.at()),
                    parked.contains(gap.source()));
        }
    }

    /** How far somebody outside knows the log. */
    record Known(String who, String size, String at, String trouble) {
        static Known of(Reach reach) {
            return new Known(
                    reach.who(),
                    reach.last()
                            .map(Mark::size)
                            .map(size -> Long.toString(size))
                            .orElse(""),
                    time(reach.last().map(Mark::at)),
                    reach.trouble().orElse(""));
        }
    }

    static SoundnessView of(Soundness now) {
        Optional<Verification> verification = now.verification();
        return new SoundnessView(
                now.needsAPerson(),
                now.checkpoint()
                        .map(Checkpoint::size)
                        .map(size -> Long.toString(size))
                        .orElse("0"),
                now.checkpoint().map(checkpoint -> checkpoint.root().base64()).orElse(""),
                time(now.signedAt()),
                time(verification.map(Verification::at)),
                verification
                        .map(done -> Long.toString(Math.max(1, done.took().toSeconds())))
                        .orElse(""),
                verification.map(Verification::result).map(SoundnessView::mark).orElse("waiting"),
                verification.map(Verification::result).map(SoundnessView::words).orElse("not yet"),
                verification.stream()
                        .flatMap(done -> done.sentence().lines())
                        .findFirst()
                        .orElse(""),
                verification.stream()
                        .flatMap(done -> done.sentence().lines().skip(1))
                        .toList(),
                now.damage().map(LogDamaged::what).orElse(""),
                now.gaps().stream().map(gap -> Gap.of(gap, now.parked())).toList(),
                List.copyOf(now.parked()),
                now.outside().witnesses().stream().map(Known::of).toList(),
                now.outside().places().stream().map(Known::of).toList(),
                now.outside().contradicting());
    }

    private static String time(Optional<Instant> at) {
        return at.map(Times::second).orElse("");
    }

    private static String mark(Verification.Result result) {
        return switch (result) {
            case SOUND -> "good";
            case BROKEN -> "bad";
            case UNFINISHED -> "waiting";
        };
    }

    private static String words(Verification.Result result) {
        return switch (result) {
            case SOUND -> "sound";
            case BROKEN -> "broken";
            case UNFINISHED -> "not finished";
        };
    }
}
