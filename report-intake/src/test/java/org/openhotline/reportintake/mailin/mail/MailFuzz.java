// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.openhotline.reportintake.mailin.IncomingMail.Proof;
import org.openhotline.reportintake.mailin.MailReading;

/** Coverage-guided search for mails that break the reader; nothing that is not signed may ever be proven. */
class MailFuzz {
    private static final ReadMail READ_MAIL =
            new ReadMail("reports@hotline.example.org", SignedMail.NAME_SERVER, from -> true);

    @FuzzTest(maxDuration = "3m")
    void any_bytes_as_a_mail(FuzzedDataProvider data) throws IOException, TempFailException {
        MailReading reading = READ_MAIL.read(new ByteArrayInputStream(data.consumeRemainingAsBytes()));
        if (reading instanceof MailReading.Mail(var mail)) {
            assertThat(mail.proof()).isEqualTo(Proof.NOT_PROVEN);
            assertThat(mail.from()).contains("@");
        }
    }
}
