// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.openhotline.audit.soundness.Verification.Result;
import org.openhotline.audit.verify.AuditVerifier;
import org.openhotline.audit.verify.AuditVerifier.Broken;

/**
 * Checks the log on this disk from its first entry to its last with the verifier that others use, and that it has grown
 * out of what it was the last time. The log may grow meanwhile. This cannot convince a stranger, who runs the verifier
 * himself; it finds what the disk has lost before a stranger does.
 */
public final class VerifyLog {
    private static final String LAST_TIME = "last-verified";

    private final Path folder;
    private final String policy;
    private final InstantSource clock;
    private volatile Optional<Verification> last = Optional.empty();

    /** @param policy who must have signed, as the verifier reads it */
    public VerifyLog(Path folder, String policy, InstantSource clock) {
        this.folder = folder;
        this.policy = policy;
        this.clock = clock;
    }

    /** Takes long where the log is; one at a time. */
    public synchronized Verification run() {
        Instant begin = clock.instant();
        Verification done = Files.exists(folder.resolve("checkpoint"))
                ? check(begin)
                : result(begin, Result.UNFINISHED, "The log has not begun yet.");
        last = Optional.of(done);
        return done;
    }

    /** The last one since the service started. */
    public Optional<Verification> last() {
        return last;
    }

    private Verification check(Instant begin) {
        try {
            return result(begin, Result.SOUND, sentence());
        } catch (Broken e) {
            return result(begin, Result.BROKEN, e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return result(begin, Result.UNFINISHED, "The log could not be read: " + e.getMessage());
        }
    }

    private String sentence() throws Broken, IOException {
        return AuditVerifier.run(List.of(
                "log",
                folder.toString(),
                policy,
                "--state",
                folder.resolve(LAST_TIME).toString()));
    }

    private Verification result(Instant begin, Result result, String sentence) {
        return new Verification(begin, Duration.between(begin, clock.instant()), result, sentence);
    }
}
