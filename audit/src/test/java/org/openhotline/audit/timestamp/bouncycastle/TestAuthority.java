// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.timestamp.bouncycastle;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamping authority on the loopback with a root of its own, made up for the tests. */
final class TestAuthority implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
    private static final String SIGNED = "SHA256withECDSA";
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    final KeyPair rootKeys = keys();
    final X509Certificate root = root(rootKeys);
    private final HttpServer server;

    /** What may be done otherwise than it should be. */
    UnaryOperator<TimeStampRequest> heard = request -> request;

    KeyPurposeId purpose = KeyPurposeId.id_kp_timeStamping;
    boolean isCritical = true;
    Instant validUntil = NOW.plus(Duration.ofDays(1));
    String type = "application/timestamp-reply";
    Optional<TestAuthority> issuedBy = Optional.empty();

    TestAuthority() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] query = exchange.getRequestBody().readAllBytes();
            boolean isQuery = "application/timestamp-query"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            byte[] reply = isQuery ? answer(query) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(isQuery ? 200 : 400, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    String pem() throws Exception {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(root.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** The same question with another nonce or another imprint. */
    static TimeStampRequest other(byte[] imprint, BigInteger nonce) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(TSPAlgorithms.SHA256, imprint, nonce);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private byte[] answer(byte[] query) throws IOException {
        try {
            TimeStampRequest request = heard.apply(new TimeStampRequest(query));
            KeyPair keys = keys();
            TestAuthority issuer = issuedBy.orElse(this);
            X509Certificate certificate = certificate(keys, issuer);
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var sha256 = digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256));
            var signer = new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNED, keys.getPrivate(), certificate);
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(signer, sha256, POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(request, BigInteger.ONE, Date.from(NOW))
                    .getEncoded();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private X509Certificate certificate(KeyPair keys, TestAuthority issuer) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                issuer.root,
                BigInteger.TWO,
                Date.from(NOW.minus(Duration.ofDays(2))),
                Date.from(validUntil),
                new X500Name("CN=Stamps, O=Made up"),
                keys.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, isCritical, new ExtendedKeyUsage(purpose));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNED).build(issuer.rootKeys.getPrivate())));
    }

    private static X509Certificate root(KeyPair keys) {
        try {
            X500Name name = new X500Name("CN=Root, O=Made up");
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(NOW.minus(Duration.ofDays(10))),
                    Date.from(NOW.plus(Duration.ofDays(10))),
                    name,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNED).build(keys.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
