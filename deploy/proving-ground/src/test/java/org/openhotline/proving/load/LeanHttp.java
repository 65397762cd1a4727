// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A client that takes little of the processors that it shares with what it measures; {@code java.net.http} takes more. */
final class LeanHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static {
        System.setProperty("http.maxConnections", "256"); // kept open, instead of five
    }

    private LeanHttp() {}

    static void post(URI to, Map<String, String> headers, String body, int expected) throws IOException {
        HttpURLConnection call = call(to);
        headers.forEach(call::setRequestProperty);
        byte[] bytes = body.getBytes(UTF_8);
        call.setDoOutput(true);
        call.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = call.getOutputStream()) {
            out.write(bytes);
        }
        check(call, expected);
    }

    static void get(URI from, int expected) throws IOException {
        check(call(from), expected);
    }

    private static HttpURLConnection call(URI to) throws IOException {
        HttpURLConnection call = (HttpURLConnection) to.toURL().openConnection();
        call.setConnectTimeout((int) PATIENCE.toMillis());
        call.setReadTimeout((int) PATIENCE.toMillis());
        return call;
    }

    /** Reads all of the answer, so that the connection can be used again. */
    private static void check(HttpURLConnection call, int expected) throws IOException {
        int status = call.getResponseCode();
        try (InputStream in =
                status < HttpURLConnection.HTTP_BAD_REQUEST ? call.getInputStream() : call.getErrorStream()) {
            byte[] answer = in.readAllBytes();
            assertThat(status).as(() -> new String(answer, UTF_8)).isEqualTo(expected);
        }
    }
}
