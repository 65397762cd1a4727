// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.web.Problems;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The proofs of RFC 6962, section 2.1, between any sizes that the log has had. */
@RestController
final class ProofsApi {
    private final Log log;

    ProofsApi(Log log) {
        this.log = log;
    }

    @Schema(name = "InclusionProof")
    record Inclusion(
            long index,
            long size,

            @Schema(description = "Of the first size entries, in base64")
            String root,

            @Schema(description = "In base64, from the entry's neighbour up to the root")
            List<String> hashes) {}

    @Schema(name = "ConsistencyProof")
    record Consistency(
            long older,
            long newer,

            @Schema(description = "Of the first older entries, in base64")
            String olderRoot,

            @Schema(description = "Of the first newer entries, in base64")
            String newerRoot,

            @Schema(description = "In base64, in the order of RFC 6962")
            List<String> hashes) {}

    @Operation(
            operationId = "inclusion",
            summary = "That an entry is among the first entries of the log",
            description = "A receipt that stands for itself, with the checkpoint: /api/entries/{eventId}/proof.")
    @Problems
    @GetMapping("/api/proofs/inclusion")
    Inclusion inclusion(
            @Parameter(description = "Place of the entry in the log, from 0") @RequestParam long index,
            @Parameter(description = "Of how many entries; without it, of all under the last checkpoint") @RequestParam
                    Optional<Long> size)
            throws IOException {
        Log.Head head = head();
        long among = requireWithin("size", size.orElse(head.size()), 1, head.size());
        requireWithin("index", index, 0, among - 1);
        return new Inclusion(
                index, among, log.root(among, head).base64(), texts(log.proveInclusion(index, among, head)));
    }

    @Operation(
            operationId = "consistency",
            summary = "That the log has only grown between two sizes",
            description =
                    "With Accept: text/plain only the hashes, one a line, as the verifier's command \"grown\" reads"
                            + " them beside the two checkpoints.")
    @Problems
    @GetMapping(
            path = "/api/proofs/consistency",
            produces = {MediaType.APPLICATION_JSON_VALUE})
    Consistency consistency(
            @Parameter(description = "How many entries it had before") @RequestParam long older,
            @Parameter(description = "How many later; without it, those under the last checkpoint") @RequestParam
                    Optional<Long> newer)
            throws IOException {
        Log.Head head = head();
        long to = requireWithin("newer", newer.orElse(head.size()), 1, head.size());
        requireWithin("older", older, 1, to);
        return new Consistency(
                older,
                to,
                log.root(older, head).base64(),
                log.root(to, head).base64(),
                texts(log.proveConsistency(older, to, head)));
    }

    @Operation(hidden = true)
    @GetMapping(
            path = "/api/proofs/consistency",
            produces = {MediaType.TEXT_PLAIN_VALUE})
    String consistencyLines(@RequestParam long older, @RequestParam Optional<Long> newer) throws IOException {
        return consistency(older, newer).hashes().stream()
                .map(hash -> hash + "\n")
                .collect(Collectors.joining());
    }

    private Log.Head head() throws IOException {
        return log.head().orElseThrow(() -> new NotFound("The log has not begun yet."));
    }

    private static long requireWithin(String field, long number, long least, long most) {
        if (number < least || number > most) {
            throw new InvalidInput(field, "The log has no such entry or size.", least + " to " + most);
        }
        return number;
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
