// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.chassis.sealing.KeysetFiles;
import org.openhotline.chassis.sealing.TinkSealing;
import org.openhotline.reportintake.reference.Reference;
import org.openhotline.reportintake.submission.FormTokens.Reading;

class FormTokensTest {
    private static final UUID SUBMISSION = new UUID(7, 7);
    private final Reference reference = Reference.of(new byte[16]);
    private final Reference other =
            Reference.of("another reporter".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private FormTokens tokens;

    @BeforeEach
    void keys() throws IOException {
        tokens = with("case.json");
    }

    @Test
    void a_token_comes_back_as_it_was_given() {
        FormToken token = tokens.issue(SUBMISSION, true).gently();
        assertThat(tokens.read(tokens.seal(token, reference), reference)).isEqualTo(new Reading.Valid(token));
    }

    @Test
    void a_token_tells_nothing_and_is_small() {
        String sealed = tokens.seal(tokens.issue(SUBMISSION, false), reference);
        assertThat(sealed)
                .doesNotContain(SUBMISSION.toString())
                .hasSizeLessThan(160)
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_token_works_for_its_time_and_not_a_moment_longer() {
        String sealed = tokens.seal(tokens.issue(SUBMISSION, false), reference);
        now = now.plus(FormTokens.VALID).minusSeconds(1);
        assertThat(tokens.read(sealed, reference)).isInstanceOf(Reading.Valid.class);
        now = now.plusSeconds(1);
        assertThat(tokens.read(sealed, reference)).isEqualTo(new Reading.Expired());
    }

    @Test
    void sealing_a_token_again_does_not_prolong_it() {
        FormToken token = tokens.issue(SUBMISSION, false);
        now = now.plus(FormTokens.VALID);
        assertThat(tokens.read(tokens.seal(token.gently(), reference), reference))
                .isEqualTo(new Reading.Expired());
    }

    @Test
    void a_token_that_was_altered_made_up_or_taken_from_another_report_is_forged() throws IOException {
        String sealed = tokens.seal(tokens.issue(SUBMISSION, false), reference);
        String altered = sealed.substring(0, 30) + (sealed.charAt(30) == 'A' ? 'B' : 'A') + sealed.substring(31);
        assertThat(tokens.read(altered, reference)).isEqualTo(new Reading.Forged());
        assertThat(tokens.read("", reference)).isEqualTo(new Reading.Forged());
        assertThat(tokens.read("§$%", reference)).isEqualTo(new Reading.Forged());
        assertThat(tokens.read(sealed, other)).isEqualTo(new Reading.Forged());
        assertThat(with("other.json").read(sealed, reference)).isEqualTo(new Reading.Forged());
    }

    private FormTokens with(String file) throws IOException {
        KeysetFiles.createSealingIfAbsent(folder.resolve(file));
        KeysetHandle keys = KeysetFiles.read(folder.resolve(file));
        TinkSealing sealing = new TinkSealing(keys);
        return new FormTokens(sealing, sealing, () -> now);
    }
}
