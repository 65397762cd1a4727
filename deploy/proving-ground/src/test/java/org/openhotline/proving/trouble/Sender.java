// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends to the public origin what a browser or a program would, and what none would. */
final class Sender {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";
    /** Whoever reports waits no longer, whatever is the matter. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String origin;

    Sender(String origin) {
        this.origin = origin;
    }

    /** What is sent. @param inChunks without a length in front */
    record Body(String type, byte[] bytes, boolean inChunks) {
        static Body of(String type, String text) {
            return new Body(type, text.getBytes(UTF_8), false);
        }

        static Body form(Map<String, String> fields) {
            return of(
                    FORM,
                    fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                            .collect(Collectors.joining("&")));
        }

        static Body json(Map<String, ?> report) {
            return of(JSON, JsonMapper.shared().writeValueAsString(report));
        }

        /** With one more field, where it is a form. */
        Body and(String field, String value) {
            if (!type.equals(FORM)) {
                return this;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(bytes);
            all.writeBytes(("&" + field + "=" + URLEncoder.encode(value, UTF_8)).getBytes(UTF_8));
            return new Body(type, all.toByteArray(), inChunks);
        }

        Body chunked() {
            return new Body(type, bytes, true);
        }
    }

    /** What came back. */
    record Answer(int status, String type, boolean tellsWhenToTryAgain, String body) {
        Document page() {
            return Jsoup.parse(body);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String reference() {
            return page().select("#reference").text();
        }
    }

    Answer open(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(origin + path)));
    }

    /** To the form, in French, with the ticket that the form comes with. */
    Answer toForm(Body body) throws IOException, InterruptedException {
        String ticket = open("/?lang=fr").page().select("[name=ticket]").val();
        return answer(request("/?lang=fr", body.and("ticket", ticket)));
    }

    Answer toApi(Body body) throws IOException, InterruptedException {
        return toApi(body, UUID.randomUUID().toString());
    }

    Answer toApi(Body body, String key) throws IOException, InterruptedException {
        return answer(request("/api/submissions", body).header("Idempotency-Key", key));
    }

    private HttpRequest.Builder request(String path, Body body) {
        BodyPublisher publisher = body.inChunks()
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.bytes()))
                : BodyPublishers.ofByteArray(body.bytes());
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", body.type())
                .POST(publisher);
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(LONGEST_WAIT).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.headers().firstValue("Retry-After").isPresent(),
                answer.body());
    }
}
