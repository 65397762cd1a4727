// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/** Writes mails and signs them with a key made for the test, whose public half is in a name server made for the test. */
final class SignedMail {
    private static final KeyPair KEYS = keys();

    private SignedMail() {}

    /** Knows the key of {@code police.example.org} and of {@code other.example.org}. */
    static final PublicKeyRecordRetriever NAME_SERVER = (options, selector, domain) -> {
        if (domain.toString().equals("down.example.org")) {
            throw new TempFailException("no answer");
        }
        if (!selector.toString().equals("test")
                || !List.of("police.example.org", "other.example.org").contains(domain.toString())) {
            throw new PermFailException("no key");
        }
        return List.of("v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
    };

    static String plain(String from, String messageId, String text) {
        return mail(from, messageId, "Content-Type: text/plain; charset=utf-8\r\n", text);
    }

    static String mail(String from, String messageId, String more, String body) {
        return "From: " + from + "\r\nTo: reports@hotline.example.org\r\nSubject: report\r\nMessage-ID: " + messageId
                + "\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n" + more + "\r\n"
                + body.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    static String signed(String mail, String domain) {
        return signed(mail, domain, "from:to:subject:message-id:date:content-type", "");
    }

    static String signed(String mail, String domain, String headers, String more) {
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=test; h=" + headers + ";" + more
                + " bh=; b=;";
        try {
            String signature =
                    new DKIMSigner(template, KEYS.getPrivate()).sign(new ByteArrayInputStream(mail.getBytes(UTF_8)));
            return signature + "\r\n" + mail;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A field of its own, that ends its line. */
    static String signature(String mail, String domain, String selector) {
        String signed = signed(mail, domain);
        return signed.substring(0, signed.length() - mail.length()).replace("s=test;", "s=" + selector + ";");
    }

    static ByteArrayInputStream stream(String mail) {
        return new ByteArrayInputStream(mail.getBytes(UTF_8));
    }

    static ByteArrayInputStream latin1(String mail) {
        return new ByteArrayInputStream(mail.getBytes(ISO_8859_1));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
