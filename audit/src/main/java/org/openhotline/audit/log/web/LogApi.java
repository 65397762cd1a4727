// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.note.CheckpointSigner;
import org.openhotline.audit.tiles.TilePath;
import org.openhotline.audit.witness.ShownHeads;
import org.openhotline.contracts.NotFound;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as C2SP tlog-tiles lays it out below {@code /tlog}, and the two texts that one begins with. */
@RestController
final class LogApi {
    private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8";

    private final Log log;
    private final ShownHeads heads;
    private final CheckpointSigner signer;

    LogApi(Log log, ShownHeads heads, CheckpointSigner signer) {
        this.log = log;
        this.heads = heads;
        this.signer = signer;
    }

    @GetMapping(
            path = {"/api/checkpoint", "/tlog/checkpoint"},
            produces = TEXT)
    byte[] checkpoint() throws IOException {
        return bytes(heads.newest().orElseThrow(() -> new NotFound("The log has not begun yet.")));
    }

    /** Where a log as of then is read by a policy that wants witnesses: its tiles are below the same prefix. */
    @GetMapping(
            path = {"/api/witnessed-checkpoint", "/tlog/witnessed/checkpoint"},
            produces = TEXT)
    byte[] witnessedCheckpoint() throws IOException {
        return bytes(heads.witnessed().orElseThrow(() -> new NotFound("No witness has signed a checkpoint yet.")));
    }

    /** One key a line. Compare it with the one that was written down when the log began: whoever changes a log can change this too. */
    @GetMapping(path = "/api/verifier-key", produces = TEXT)
    String verifierKey() {
        return signer.verifiers().stream().map(key -> key.text() + "\n").collect(Collectors.joining());
    }

    @GetMapping(
            path = {"/tlog/tile/**", "/tlog/witnessed/tile/**"},
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] tile(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        TilePath tile = TilePath.parse(path.substring(path.indexOf("/tile/") + 1))
                .orElseThrow(() -> new NotFound("A tile is not named like this."));
        return log.tile(tile).orElseThrow(() -> new NotFound("The log has no such tile."));
    }

    private static byte[] bytes(Log.Head head) {
        return head.note().whole().getBytes(StandardCharsets.UTF_8);
    }
}
