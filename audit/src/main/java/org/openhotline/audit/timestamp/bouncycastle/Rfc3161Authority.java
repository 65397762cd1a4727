// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.timestamp.bouncycastle;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.timestamp.TimestampAuthority;

/** Asks an authority over HTTP (RFC 3161, section 3.4) and believes what its certificate leads to. */
public final class Rfc3161Authority implements TimestampAuthority {
    private static final int NONCE_BITS = 64;
    private static final int OK = 200;

    private final OutsideHttp http;
    private final URI address;
    private final TrustedStamp trusted;
    private final SecureRandom random;

    public Rfc3161Authority(OutsideHttp http, URI address, TrustedStamp trusted, SecureRandom random) {
        this.http = http;
        this.address = address;
        this.trusted = trusted;
        this.random = random;
    }

    @Override
    public byte[] stamp(byte[] document) throws IOException {
        TimeStampRequest request = request(document);
        OutsideHttp.Answer answer =
                http.send("POST", address, Optional.empty(), "application/timestamp-query", request.getEncoded());
        if (answer.status() != OK || !answer.type().equals("application/timestamp-reply")) {
            throw new IOException("the time-stamping authority answers with status " + answer.status());
        }
        try {
            TimeStampResponse response = new TimeStampResponse(answer.body());
            // Status, nonce, imprint, and that the token names the certificate that signed it.
            response.validate(request);
            trusted.require(response.getTimeStampToken());
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("the time-stamp is not good", e);
        }
        return answer.body();
    }

    private TimeStampRequest request(byte[] document) throws IOException {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
            return generator.generate(TSPAlgorithms.SHA256, digest, new BigInteger(NONCE_BITS, random));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
