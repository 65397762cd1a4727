// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Short calls to addresses that the operator has named: no redirects, bounded in time and size. */
public final class OutsideHttp {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int LONGEST_ANSWER = 1 << 18;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** @param type the answer's content type without parameters, in lower case; empty where it has none */
    public record Answer(int status, String type, byte[] body) {}

    public Answer get(URI address, Optional<String> bearerToken) throws IOException {
        return send(request(address, bearerToken).GET().build());
    }

    /** @throws IOException where no whole answer came in time, or one that is too long */
    public Answer send(String method, URI address, Optional<String> bearerToken, String type, byte[] body)
            throws IOException {
        return send(request(address, bearerToken)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body))
                .build());
    }

    private static HttpRequest.Builder request(URI address, Optional<String> bearerToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        bearerToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private Answer send(HttpRequest request) throws IOException {
        // The client's own time-out ends with the head of an answer; this one holds for the body too.
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> answer = response.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    answer.statusCode(), type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT), answer.body());
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException().initCause(e);
        } finally {
            response.cancel(true);
        }
    }
}
