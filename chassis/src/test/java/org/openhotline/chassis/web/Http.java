// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A browser without memory: no cookies, no redirects followed. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Http() {}

    static HttpResponse<String> get(String url, String... headers) {
        return send(request(url, headers).GET());
    }

    static HttpResponse<String> post(String url, String body, String... headers) {
        return send(request(url, headers).POST(BodyPublishers.ofString(body)));
    }

    /** Without a Content-Length, in chunks. */
    static HttpResponse<String> postInChunks(String url, String body, String... headers) {
        BodyPublisher chunks =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return send(request(url, headers).POST(chunks));
    }

    static HttpResponse<String> send(String method, String url, String... headers) {
        return send(request(url, headers).method(method, BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .version(HttpClient.Version.HTTP_1_1);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
