// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.entry;
import static org.openhotline.audit.log.LogFixture.make;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.verify.AuditVerifier.Broken;

class ReceiptTest {
    @TempDir
    Path folder;

    private Log log;
    private String good;

    @BeforeEach
    void make_a_receipt() throws Exception {
        make(folder, 300, 300);
        log = new Log(folder, KEY.verifier());
        good = log.prove(123, log.head().orElseThrow()).text();
    }

    @Test
    void a_receipt_shows_its_entry_at_its_place() throws Exception {
        assertThat(check(good, 123))
                .isEqualTo(
                        "OK: the entry is number 123 of the log hotline.example/audit/tlog, counting from 0, which had"
                                + " 300 entries then");
    }

    @Test
    void a_receipt_is_for_no_other_entry_and_no_other_place() {
        assertBroken("does not lead from this entry, as number 123, to the root that hotline", good, 124);
        assertBroken("does not lead from this entry, as number 122", good.replace("index 123", "index 122"), 123);
        assertBroken("does not lead from this entry, as number 300", good.replace("index 123", "index 300"), 123);
    }

    @Test
    void what_nothing_signs_is_refused() {
        assertBroken("carries an extra line, which nothing signs", good.replace("\nindex", "\nextra QQ==\nindex"), 123);
        assertBroken("carries an extra line, which nothing signs", good.replace("\nindex", "\nextra\nindex"), 123);
        assertBroken("the signature lines are malformed", good + "more\n", 123);
        assertBroken("is not a text with signature lines below it", good + "more", 123);
    }

    @Test
    void another_spelling_is_refused() {
        assertBroken("does not begin with c2sp.org/tlog-proof@v1", good.replace("@v1", "@v2"), 123);
        assertBroken("does not begin with", "\n" + good, 123);
        assertBroken("does not say which entry it is about", good.replace("index 123", "index 0123"), 123);
        assertBroken("does not say which entry it is about", good.replace("index 123\n", "index 123\r\n"), 123);
        assertBroken("a hash is not base64", good.replaceFirst("=\n", "\n"), 123);
        assertBroken("more hashes than any proof", good.replace("index 123\n", "index 123\n" + hashes(64)), 123);
        assertBroken("does not lead from this entry", good.replace("index 123\n", "index 123\n" + hashes(1)), 123);
        assertBroken("no empty line before its checkpoint", good.replace("\n\n", "\n"), 123);
    }

    private static String hashes(int count) {
        return ("A".repeat(43) + "=\n").repeat(count);
    }

    private void assertBroken(String message, String receipt, int index) {
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> check(receipt, index))
                .withMessageContaining(message)
                .withMessageContaining("it.tlog-proof");
    }

    private String check(String receipt, int index) throws Exception {
        Path file = Files.writeString(folder.resolve("it.tlog-proof"), receipt);
        Path leaf = Files.write(folder.resolve("entry.json"), entry(index));
        return AuditVerifier.run(List.of(
                "receipt", file.toString(), leaf.toString(), KEY.verifier().text()));
    }
}
