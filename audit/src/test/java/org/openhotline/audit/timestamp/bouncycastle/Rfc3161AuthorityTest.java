// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.timestamp.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.log.LogFixture;
import org.openhotline.audit.timestamp.StampPlace;

class Rfc3161AuthorityTest {
    private static final byte[] DOCUMENT = "a checkpoint\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private TestAuthority authority;
    private Rfc3161Authority asked;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority();
        asked = asks(authority);
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @Test
    void the_stamp_lies_beside_the_note_that_it_is_for() throws Exception {
        new StampPlace(asked, folder).keep(LogFixture.head(8));

        String note = Files.readString(folder.resolve("timestamps/8.checkpoint"));
        assertThat(note).isEqualTo(LogFixture.head(8).note().whole());
        var stamp = new TimeStampResponse(Files.readAllBytes(folder.resolve("timestamps/8.tsr")))
                .getTimeStampToken()
                .getTimeStampInfo();
        assertThat(stamp.getGenTime()).isEqualTo(TestAuthority.NOW);
        assertThat(stamp.getMessageImprintDigest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(note.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_answer_to_another_question_is_refused() throws Exception {
        authority.heard = request -> TestAuthority.other(request.getMessageImprintDigest(), BigInteger.ONE);
        assertRefused();
        authority.heard = request -> TestAuthority.other(new byte[32], request.getNonce());
        assertRefused();
    }

    @Test
    void the_signer_must_be_an_authority_for_time_stamps_and_nothing_else() throws Exception {
        authority.purpose = KeyPurposeId.id_kp_codeSigning;
        assertRefused();
        authority.purpose = KeyPurposeId.id_kp_timeStamping;
        authority.isCritical = false;
        assertRefused();
    }

    @Test
    void the_signer_must_be_below_what_is_trusted_and_valid_at_that_time() throws Exception {
        try (TestAuthority stranger = new TestAuthority()) {
            authority.issuedBy = Optional.of(stranger);
            assertRefused();
        }
        authority.issuedBy = Optional.empty();
        authority.validUntil = TestAuthority.NOW.minus(Duration.ofHours(1));
        assertRefused();
    }

    @Test
    void an_answer_of_another_kind_is_refused() throws Exception {
        authority.type = "text/html";
        assertRefused();
        assertThat(folder.resolve("timestamps")).doesNotExist();
    }

    @Test
    void the_trusted_certificates_must_be_there() throws Exception {
        Path none = Files.writeString(folder.resolve("none.pem"), "");
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedStamp.read(none));
    }

    private void assertRefused() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> asked.stamp(DOCUMENT));
    }

    private Rfc3161Authority asks(TestAuthority one) throws Exception {
        Path trust = Files.writeString(folder.resolve("trust.pem"), one.pem());
        return new Rfc3161Authority(new OutsideHttp(), one.address(), TrustedStamp.read(trust), new SecureRandom());
    }
}
