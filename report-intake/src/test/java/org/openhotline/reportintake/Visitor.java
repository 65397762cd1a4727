// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody from the public with nothing but HTTP: a browser without scripts, or a program. */
final class Visitor {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;

    Visitor(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form as a browser does: with the ticket that the form came with. */
    HttpResponse<String> post(String path, Map<String, String> answers) {
        Map<String, String> fields = new HashMap<>(answers);
        fields.computeIfAbsent("ticket", name -> ticket(get("/")));
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> call(String json) {
        return call(json, UUID.randomUUID().toString());
    }

    HttpResponse<String> call(String json, String key) {
        return raw("/api/submissions", "application/json", json, "Idempotency-Key", key);
    }

    HttpResponse<String> raw(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String quoted(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** The one-time key in a form. */
    static String key(HttpResponse<String> form) {
        return found("name=\"key\" value=\"([^\"]+)\"", form);
    }

    static String ticket(HttpResponse<String> form) {
        return found("name=\"ticket\" value=\"([^\"]+)\"", form);
    }

    static String reference(HttpResponse<String> page) {
        return found("id=\"reference\"[^>]*>([^<]+)<", page);
    }

    static String secret(HttpResponse<String> page) {
        return found("id=\"secret\"[^>]*>([^<]+)<", page);
    }

    private static String found(String pattern, HttpResponse<String> page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in the page that answered " + page.statusCode());
        }
        return matcher.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
