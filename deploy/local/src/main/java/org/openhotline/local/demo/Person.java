// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Somebody at a computer: keeps cookies, follows redirects, logs in where asked. Not for use by several threads. What
 * does not answer is an {@link IOException}; a page without the button that is to be pressed is an {@link
 * IllegalStateException}.
 */
public final class Person {
    /** @param document the parsed answer, whose base URI is where it came from */
    public record Page(int status, Document document) {
        public String text() {
            return document.text();
        }

        /** The form that has a button with this text. */
        public FormElement form(String button) {
            return document.select("form:has(button:contains(" + button + "))").stream()
                    .map(FormElement.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no button “" + button + "” on: " + text()));
        }

        public boolean has(String button) {
            return !document.select("form button:contains(" + button + ")").isEmpty();
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String username;
    private final String password;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(new LocalCookies(), CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    private Person(String username, String password) {
        this.username = username;
        this.password = password;
    }

    public static Person anonymous() {
        return new Person("", "");
    }

    /** One of the demo people, whose password is known. */
    public static Person demo(String username) {
        return new Person(username, "demo-" + username);
    }

    public Page open(String url) throws IOException, InterruptedException {
        return loggedIn(send(HttpRequest.newBuilder(URI.create(url))));
    }

    /** Sends {@code form} as it stands with some fields filled in. */
    public Page submit(FormElement form, Map<String, String> filledIn) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(filledIn);
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        String action = form.absUrl("action").isEmpty() ? form.baseUri() : form.absUrl("action");
        return loggedIn(send(HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private Page loggedIn(Page page) throws IOException, InterruptedException {
        Element login = page.document().selectFirst("form#kc-form-login");
        if (login == null || username.isEmpty()) {
            return page;
        }
        return submit((FormElement) login, Map.of("username", username, "password", password));
    }

    private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        return new Page(
                answer.statusCode(), Jsoup.parse(answer.body(), answer.uri().toString()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
