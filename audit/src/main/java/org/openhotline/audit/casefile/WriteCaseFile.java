// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.verify.AuditVerifier;

/**
 * Makes a case file: a plain ZIP with {@code manifest.sha256}, a list of all other files that {@code sha256sum -c} reads,
 * and a signed note over that list under the name {@code <log>/case-file}.
 */
public final class WriteCaseFile {
    private static final String PURPOSE = "/case-file";

    private final SignerKey key;

    /** @param key the log's own */
    public WriteCaseFile(SignerKey key) {
        this.key = key.named(key.verifier().name() + PURPOSE);
    }

    /** Writes the case file; the stream stays open. */
    public void write(CaseContent content, OutputStream out) throws IOException {
        PlainZip zip = new PlainZip(out);
        StringBuilder manifest = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files(content).entrySet()) {
            zip.add(file.getKey(), file.getValue());
            manifest.append(sha256(file.getValue()) + "  " + file.getKey() + "\n");
        }
        byte[] list = manifest.toString().getBytes(UTF_8);
        String signed = CaseContent.FIRST_LINE + "\nmanifest " + sha256(list) + "\n";
        zip.add("manifest.sha256", list);
        zip.add("manifest.sha256.note", key.sign(signed).whole().getBytes(UTF_8));
        zip.finish();
    }

    private static Map<String, byte[]> files(CaseContent content) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("README.txt", resource("README.txt"));
        files.put("case.txt", content.text().getBytes(UTF_8));
        files.put("checkpoint", content.checkpoint().getBytes(UTF_8));
        files.put("policy.txt", content.policy().getBytes(UTF_8));
        files.put("verifier/AuditVerifier.java", AuditVerifier.source().getBytes(UTF_8));
        files.put("verifier/audit-verifier.jar", resource("audit-verifier.jar"));
        for (CaseEntry entry : content.entries()) {
            String folder = "entries/" + entry.index() + "/";
            files.put(folder + "entry.json", entry.leaf());
            files.put(folder + "receipt.tlog-proof", entry.receipt().getBytes(UTF_8));
            entry.event().ifPresent(event -> {
                files.put(folder + "event.json", event.json().getBytes(UTF_8));
                files.put(folder + "event.key", event.key().getBytes(UTF_8));
            });
        }
        return files;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = WriteCaseFile.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException(name + " is missing from this program");
            }
            return resource.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
