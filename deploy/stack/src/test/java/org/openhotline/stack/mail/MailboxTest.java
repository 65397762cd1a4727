// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MailboxTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Mailbox mailbox;

    @BeforeEach
    void start() {
        mailbox = Mailbox.start(0, 0, 3, Duration.ofMillis(300));
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void a_sent_message_is_listed_and_shown_as_text_and_as_source() throws Exception {
        send("abuse@host.example", "Notice <1>");
        var list = JsonMapper.shared().readTree(get("/messages.json").body()).path(0);
        assertThat(list.path("id").asInt()).isEqualTo(1);
        assertThat(list.path("from").asString()).isEqualTo("hotline@example.org");
        assertThat(list.path("to").path(0).asString()).isEqualTo("abuse@host.example");
        assertThat(list.path("subject").asString()).isEqualTo("Notice <1>");
        assertThat(get("/").body()).contains("Notice &lt;1&gt;").doesNotContain("<1>");
        assertThat(get("/messages/1").body())
                .contains("Subject: Notice <1>", "Please take this down.")
                .doesNotContain("\"xarf\"");
        assertThat(get("/messages/1.eml").body()).contains("multipart/report", "\"xarf\"");
        assertThat(get("/messages/1.eml").headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(get("/messages/2").statusCode()).isEqualTo(404);
    }

    @Test
    void a_mailbox_that_does_not_exist_is_refused_for_good() {
        assertThatThrownBy(() -> send("hard-bounce@host.example", "Notice"))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("550 5.1.1");
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void a_mailbox_in_trouble_is_refused_for_now() {
        assertThatThrownBy(() -> send("soft-bounce@host.example", "Notice"))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("451 4.3.0");
    }

    @Test
    void a_slow_mailbox_takes_its_time_and_takes_the_message() throws Exception {
        long before = System.nanoTime();
        send("slow@host.example", "Notice");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(mailbox.messages()).hasSize(1);
    }

    @Test
    void only_the_newest_messages_are_held() throws Exception {
        for (int i = 1; i <= 5; i++) {
            send("abuse@host.example", "Notice " + i);
        }
        assertThat(mailbox.messages()).extracting(CaughtMail::id).containsExactly(5, 4, 3);
    }

    @Test
    void a_page_that_comes_in_under_another_name_gets_nothing() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", mailbox.webPort())) {
            socket.getOutputStream()
                    .write("GET /messages.json HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 421");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mailbox.webPort() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void send(String to, String subject) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(mailbox.smtpPort()));
        properties.put("mail.smtp.timeout", "5000");
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("hotline@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        var report = new MimeMultipart("report");
        report.addBodyPart(part("Please take this down.", "text/plain; charset=utf-8"));
        report.addBodyPart(part("{\"xarf\": 4}", "application/json"));
        message.setContent(report);
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new jakarta.activation.DataHandler(new jakarta.mail.util.ByteArrayDataSource(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), type)));
        return part;
    }
}
