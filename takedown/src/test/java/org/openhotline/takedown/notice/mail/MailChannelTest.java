// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.takedown.testing.Examples.country;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.takedown.letter.Attachment;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.letter.LetterText;
import org.openhotline.takedown.letter.MachineReport;
import org.openhotline.takedown.letter.ProfileLaw;
import org.openhotline.takedown.notice.Delivery;
import org.openhotline.takedown.testing.Letters;

class MailChannelTest {
    private static final CountryProfile COUNTRY = country(PoliceGate.NOTIFY_PARALLEL);
    private static final String REPORT = "{\"url\": \"https://files.example.org/x/1?page=2\"}";
    private static final Runnable NOTHING = () -> {};

    @Test
    void the_mail_is_a_feedback_report_with_words_first_and_the_machine_part_last() throws Exception {
        MimeMessage mail = deliverToRealServer(Letters.to("abuse@hosting.example.com"));

        ContentType type = new ContentType(mail.getContentType());
        assertThat(type.getBaseType()).isEqualTo("multipart/report");
        assertThat(type.getParameter("report-type")).isEqualTo("feedback-report");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContentType().toLowerCase(Locale.ROOT))
                .startsWith("text/plain; charset=utf-8");
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("Reference: N-4KQ7-X2MZ")
                .contains("hxxps://files.example.org/x/1?page=2");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("message/feedback-report");
        assertThat(content(parts.getBodyPart(1)))
                .isEqualTo("Feedback-Type: xarf\r\nUser-Agent: OpenHotline/1\r\nVersion: 1\r\n"
                        + "Source-IP: 192.0.2.7\r\nIncidents: 1\r\n");
        assertThat(parts.getBodyPart(2).getContentType()).isEqualTo("application/json; name=xarf.json");
        assertThat(parts.getBodyPart(2).getHeader("Content-Transfer-Encoding")).containsExactly("base64");
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("xarf.json");
        assertThat(content(parts.getBodyPart(2))).isEqualTo(REPORT);
    }

    @Test
    void the_headers_are_what_desks_and_their_software_expect() throws Exception {
        MimeMessage mail = deliverToRealServer(Letters.to("abuse@hosting.example.com"));

        assertThat(mail.getMessageID()).isEqualTo("<019ab000-0000-7000-8000-000000000001@hotline.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF");
        assertThat(mail.getHeader("Precedence")).isNull();
        assertThat(mail.getFrom())
                .extracting(Object::toString)
                .containsExactly("Examplia Hotline <notices@hotline.example.org>");
        assertThat(mail.getReplyTo()).isEqualTo(mail.getFrom());
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("abuse@hosting.example.com");
        assertThat(mail.getSubject())
                .startsWith("[N-4KQ7-X2MZ] ")
                .doesNotContain("files")
                .doesNotContain("http");
        assertThat(mail.getSentDate().toInstant()).isEqualTo("2026-11-24T02:00:00Z");
    }

    @Test
    void the_address_is_in_clear_only_inside_the_machine_part() throws Exception {
        MimeMessage mail = deliverToRealServer(Letters.to("abuse@hosting.example.com"));

        String raw = new String(mail.getRawInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(raw + mail.getSubject()).doesNotContain("https://files.example.org");
    }

    @Test
    void an_internationalised_desk_is_reached_by_its_ascii_name() throws Exception {
        MimeMessage mail = deliverToRealServer(Letters.to("abuse@b\u00fccher.example"));

        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("abuse@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @CsvSource({
        "rcpt,    550 no such user,   Refused,   smtp-550, 0",
        "rcpt,    451 come back,      Postponed, smtp-451, 0",
        "mail,    553 not you,        Refused,   smtp-553, 0",
        "data,    554 not this,       Refused,   smtp-554, 0",
        "message, 550 not like this,  Refused,   smtp-550, 1",
        "message, 452 full,           Postponed, smtp-452, 1",
        "greeting, 554 closed,        Postponed, smtp-connection, 0",
        "rcpt,    hang up,            Postponed, smtp-connection, 0",
        "data,    hang up,            Postponed, smtp-connection, 0"
    })
    void every_definite_answer_is_known_for_what_it_is(
            String step, String answer, String outcome, String reason, int handOvers) throws IOException {
        AtomicInteger handedOver = new AtomicInteger();
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of(step, answer))) {
            Delivery delivery =
                    channel(server.port()).deliver(Letters.to("abuse@example.org"), handedOver::incrementAndGet);

            assertThat(delivery)
                    .isEqualTo(
                            outcome.equals("Refused") ? new Delivery.Refused(reason) : new Delivery.Postponed(reason));
            assertThat(handedOver).hasValue(handOvers);
        }
    }

    @Test
    void a_server_that_hangs_up_after_the_final_dot_leaves_it_open() throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of("message", ScriptedMailServer.HANG_UP))) {
            Delivery delivery = channel(server.port()).deliver(Letters.to("abuse@example.org"), NOTHING);

            assertThat(delivery).isEqualTo(new Delivery.Lost());
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @Test
    void a_server_that_says_nothing_after_the_final_dot_leaves_it_open() throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of("message", "250-still thinking"))) {
            assertThat(channel(server.port()).deliver(Letters.to("abuse@example.org"), NOTHING))
                    .isEqualTo(new Delivery.Lost());
        }
    }

    @Test
    void where_the_hand_over_can_not_be_recorded_nothing_leaves() throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            MailChannel channel = channel(server.port());

            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> channel.deliver(Letters.to("abuse@example.org"), () -> {
                        throw new Conflict("planted");
                    }));
            assertThat(channel.deliver(Letters.to("abuse@example.org"), NOTHING))
                    .isEqualTo(new Delivery.Accepted());
            assertThat(server.accepted()).as("only the second message ended").hasSize(1);
        }
    }

    @Test
    void a_server_that_is_away_says_nothing_about_the_recipient() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertThat(channel(port).deliver(Letters.to("abuse@example.org"), NOTHING))
                .isEqualTo(new Delivery.Postponed("smtp-connection"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b@example.org", "x@example.org\r\nBcc: y@example.org", "x@y@example.org"})
    void a_recipient_without_form_is_refused_before_anything_is_sent(String recipient) throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            assertThat(channel(server.port()).deliver(Letters.to(recipient), NOTHING))
                    .isEqualTo(new Delivery.Refused("mail-form"));
            assertThat(server.accepted()).isEmpty();
        }
    }

    @Test
    void only_mailboxes_are_reached() {
        MailChannel channel = channel(1);

        assertThat(channel.reaches("abuse@example.org")).isTrue();
        assertThat(List.of("https://example.org/abuse", "abuse@", "@example.org", ""))
                .noneMatch(channel::reaches);
    }

    private static MimeMessage deliverToRealServer(Letter letter) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(channel(server.getSmtp().getPort()).deliver(letter, NOTHING))
                    .isEqualTo(new Delivery.Accepted());
            assertThat(server.waitForIncomingEmail(5000, 1)).isTrue();
            return server.getReceivedMessages()[0];
        } finally {
            server.stop();
        }
    }

    private static MailChannel channel(int port) {
        LetterText text = new LetterText(
                COUNTRY,
                new ProfileLaw(Map.of(), COUNTRY.legalProvisions()),
                address -> address.replace("http", "hxxp"));
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", "2000");
        properties.setProperty("mail.smtp.timeout", "500");
        properties.setProperty("mail.smtp.quitwait", "false");
        return new MailChannel(
                new NoticeMail(COUNTRY.hotline(), text, new FixedReport()),
                new URLName("smtp", "127.0.0.1", port, null, null, null),
                properties);
    }

    private static String content(BodyPart part) throws IOException, MessagingException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static final class FixedReport implements MachineReport {
        @Override
        public String feedbackType() {
            return "xarf";
        }

        @Override
        public List<Attachment> write(Letter letter) {
            return List.of(new Attachment("xarf.json", "application/json", REPORT));
        }
    }
}
