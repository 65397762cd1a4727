// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.locating.url.WebAddress;

/** A server with a certificate for registry.example, made by the JDK's own keytool for this run. */
class GuardedHttpsTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static SSLContext context;

    @BeforeAll
    static void start() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=registry.example",
                        "-ext",
                        "SAN=dns:registry.example",
                        "-storetype",
                        "PKCS12",
                        "-validity",
                        "2",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> GuardedHttpTest.answer(exchange, 200, "good"));
        server.createContext("/plain", exchange -> GuardedHttpTest.redirect(exchange, "http://registry.example/"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void the_certificate_is_checked_against_the_name_and_not_the_checked_address() throws LookupFailed {
        assertThat(get("registry.example", "/", context.getSocketFactory())).isEqualTo(4);
    }

    @Test
    void a_certificate_of_another_name_is_refused() {
        assertThat(failure("other.example", "/", context.getSocketFactory())).isEqualTo("the connection failed");
        assertThat(failure("127.0.0.1", "/", context.getSocketFactory())).isEqualTo("the connection failed");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        assertThat(failure("registry.example", "/", (SSLSocketFactory) SSLSocketFactory.getDefault()))
                .isEqualTo("the connection failed");
    }

    @Test
    void a_redirect_from_https_to_http_is_not_followed() {
        assertThat(failure("registry.example", "/plain", context.getSocketFactory()))
                .isEqualTo("a redirect leads from https to http");
    }

    private static int get(String host, String path, SSLSocketFactory tls) throws LookupFailed {
        String url = "https://" + host + ":" + server.getAddress().getPort() + path;
        return new GuardedHttp(EgressGuard.allowing(List.of("127.0.0.1")), name -> List.of(LOOPBACK), tls)
                .get(WebAddress.parse(url).orElseThrow(), "*/*", 100, Duration.ofSeconds(20))
                .orElseThrow()
                .length;
    }

    private static String failure(String host, String path, SSLSocketFactory tls) {
        return catchThrowableOfType(LookupFailed.class, () -> get(host, path, tls))
                .reason();
    }
}
