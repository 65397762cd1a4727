// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mailbox that catches what would have left the machine. */
public final class CaughtMail {
    private final String origin;
    private final HttpClient http = HttpClient.newHttpClient();

    CaughtMail(String origin) {
        this.origin = origin;
    }

    /** Every caught message as it came over SMTP. */
    public List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (JsonNode message : JsonMapper.shared().readTree(get("/messages.json"))) {
            messages.add(get("/messages/" + message.get("id").asInt() + ".eml"));
        }
        return messages;
    }

    /** The notices to hosts among them. */
    public List<CaughtNotice> notices() {
        return messages().stream()
                .map(CaughtNotice::parse)
                .filter(CaughtNotice::isReport)
                .toList();
    }

    private String get(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(origin + path)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
