// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhotline.audit.log.LogDamaged;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.outside.Mark;
import org.openhotline.audit.outside.Reach;
import org.openhotline.audit.soundness.Soundness;
import org.openhotline.audit.soundness.TellSoundness;
import org.openhotline.audit.web.Problems;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SoundnessApi {
    private final TellSoundness telling;

    SoundnessApi(TellSoundness telling) {
        this.telling = telling;
    }

    @Schema(name = "Soundness")
    record Document(
            @Schema(description = "How many entries the last checkpoint signs")
            long size,

            @Schema(description = "Of the last checkpoint, in base64; null before the log begins")
            Optional<String> root,

            Optional<Instant> signedAt,

            @Schema(description = "The last check of the whole log since the service started")
            Optional<Verified> verification,

            @Schema(description = "Why nothing is appended any more; null where all is well")
            Optional<String> damage,

            @Schema(description = "The last ones that were told, newest first")
            List<Gap> gaps,

            @Schema(description = "Sources of which events wait because one before them is missing")
            List<String> parkedSources,

            @Schema(description = "What each witness has signed last")
            List<Outside> witnesses,

            @Schema(description = "Witnesses that have signed what this log does not grow out of")
            List<String> contradictingWitnesses,

            @Schema(description = "What was sent to each place last; the time-stamping authority is called timestamps")
            List<Outside> places) {}

    @Schema(name = "Outside")
    record Outside(
            String who,

            @Schema(description = "How many entries it knows of; null where none")
            Optional<Long> size,

            Optional<Instant> at,

            @Schema(description = "Why it does not go on at the moment; null where it does")
            Optional<String> trouble) {

        static List<Outside> of(List<Reach> reached) {
            return reached.stream()
                    .map(reach -> new Outside(
                            reach.who(),
                            reach.last().map(Mark::size),
                            reach.last().map(Mark::at),
                            reach.trouble()))
                    .toList();
        }
    }

    @Schema(name = "Verification")
    record Verified(
            Instant at,
            long milliseconds,

            @Schema(allowableValues = {"sound", "broken", "unfinished"})
            String result,

            @Schema(description = "What the verifier said") String sentence) {}

    @Schema(name = "Gap")
    record Gap(String source, long expected, long found, Instant at) {}

    @Operation(operationId = "integrity", summary = "Whether the log is sound, as it can be told from inside")
    @Problems
    @GetMapping("/api/integrity")
    Document integrity() {
        Soundness now = telling.now();
        return new Document(
                now.checkpoint().map(Checkpoint::size).orElse(0L),
                now.checkpoint().map(checkpoint -> checkpoint.root().base64()),
                now.signedAt(),
                now.verification()
                        .map(done -> new Verified(
                                done.at(),
                                done.took().toMillis(),
                                done.result().name().toLowerCase(Locale.ROOT),
                                done.sentence())),
                now.damage().map(LogDamaged::what),
                now.gaps().stream()
                        .map(gap -> new Gap(gap.source(), gap.expected(), gap.found(), gap.at()))
                        .toList(),
                List.copyOf(now.parked()),
                Outside.of(now.outside().witnesses()),
                now.outside().contradicting(),
                Outside.of(now.outside().places()));
    }
}
