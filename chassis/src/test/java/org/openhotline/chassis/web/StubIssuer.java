// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** As much of an identity provider as the tests of log-in and tokens need. */
final class StubIssuer {
    private static final String PATH = "/realms/test";

    private final HttpServer server;
    private final RSAKey key = newKey();

    volatile String lastTokenRequest = "";
    volatile String nextIdToken = "";
    volatile String userInfo = "{}";

    /** Held while it is to take requests and answer none, as a stopped process does. */
    final Semaphore answering = new Semaphore(1);

    StubIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer("/certs", exchange -> new JWKSet(key.toPublicJWK()).toString());
        answer("/userinfo", exchange -> userInfo);
        answer("/token", this::token);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    void stop() {
        server.stop(0);
    }

    /** An access token that everything accepts, before {@code changes}. */
    String accessToken(Consumer<JWTClaimsSet.Builder> changes) {
        return token(key, changes);
    }

    /** The same, signed by somebody else under the same key id. */
    String forgedToken() {
        return token(newKey(), claims -> {});
    }

    /** The same, signed with the public key as if it were a shared secret. */
    String tokenWithConfusedAlgorithm() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(), claims(c -> {}));
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String idToken(String client, String nonce, String session, List<String> roles) {
        return accessToken(claims -> {
            claims.audience(client)
                    .claim("azp", client)
                    .claim("nonce", nonce)
                    .claim("sid", session)
                    .claim("name", "Ada Analyst");
            claims.claim("realm_access", roles.isEmpty() ? null : Map.of("roles", roles));
        });
    }

    String logoutToken(String client, String session) {
        return accessToken(claims -> claims.audience(client)
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", session)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
    }

    private String token(RSAKey signer, Consumer<JWTClaimsSet.Builder> changes) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID("test")
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims(changes));
            token.sign(new RSASSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> changes) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("account-7")
                .audience("openhotline")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("realm_access", Map.of("roles", List.of("auditor", "offline_access")));
        changes.accept(claims);
        return claims.build();
    }

    private String token(HttpExchange exchange) throws IOException {
        lastTokenRequest = exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300,\"scope\":\"openid profile\",\"id_token\":\"%s\"}"
                .formatted(accessToken(claims -> {}), nextIdToken);
    }

    private interface Answer {
        String to(HttpExchange exchange) throws IOException;
    }

    private void answer(String endpoint, Answer answer) {
        server.createContext(PATH + "/protocol/openid-connect" + endpoint, exchange -> {
            answering.acquireUninterruptibly();
            answering.release();
            byte[] body = answer.to(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
