// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The notices among the mail that was caught: what hosts would have in their mailboxes. */
final class CaughtNotices {
    private static final Pattern ANSWER_LINK = Pattern.compile("https?://\\S+/takedown/answer/\\S+");
    private final String mailbox;
    private final HttpClient http = HttpClient.newHttpClient();
    /** By number of the message; of each only what it was read for. */
    private final Map<Integer, Set<String>> read = new TreeMap<>();

    CaughtNotices(String mailbox) {
        this.mailbox = mailbox;
    }

    /** The one-time links through which hosts can answer, in the order in which the notices came. */
    Set<String> answerLinks() throws IOException, InterruptedException {
        for (var message : JsonMapper.shared().readTree(get("/messages.json"))) {
            int id = message.path("id").asInt();
            if (!read.containsKey(id)) {
                read.put(id, links(get("/messages/" + id)));
            }
        }
        var all = new LinkedHashSet<String>();
        read.values().forEach(all::addAll);
        return all;
    }

    private static Set<String> links(String text) {
        var links = new LinkedHashSet<String>();
        ANSWER_LINK.matcher(text).results().forEach(link -> links.add(link.group()));
        return links;
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(mailbox + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the mailbox answered " + answer.statusCode() + " to " + path);
        }
        return answer.body();
    }
}
