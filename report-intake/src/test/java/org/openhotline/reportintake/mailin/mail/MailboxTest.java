// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.event.MailEvent.MailRefused;
import org.openhotline.contracts.event.MailEvent.MailTaken;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.mailin.ListedSenders;
import org.openhotline.reportintake.mailin.TakeMail;
import org.openhotline.reportintake.mailin.TakenMail;
import org.openhotline.reportintake.submission.Intake;
import org.openhotline.reportintake.submission.Submission;

/** The whole way from a mailbox on a real IMAP server to submissions. */
class MailboxTest {
    private static final String DOMAIN = "police.example.org";
    private static final String FROM = "desk@police.example.org";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final Intake intake = new Intake();
    private final InMemoryAggregates<TakenMail> mails = new InMemoryAggregates<>();
    private GreenMailUser box;
    private Mailbox mailbox;
    private Instant now = Instant.now();

    private static final class Down extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void start() {
        server.start();
        box = server.setUser("reports@hotline.example.org", "reports", "secret");
        TakeMail takeMail = new TakeMail(
                new ListedSenders(Map.of("@police.example.org", Source.POLICE, "@down.example.org", Source.POLICE)),
                mails,
                intake.receiveSubmission,
                Down.class::isInstance,
                () -> intake.now);
        mailbox = new Mailbox(
                new MailboxSettings(
                        "127.0.0.1",
                        server.getImap().getPort(),
                        "reports",
                        "secret",
                        "INBOX",
                        "reports@hotline.example.org",
                        false),
                (options, selector, domain) -> {
                    if (selector.toString().equals("broken")) {
                        throw new AssertionError("nobody thought of this");
                    }
                    return SignedMail.NAME_SERVER.getRecords(options, selector, domain);
                },
                takeMail,
                () -> now);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void deliver(String mail) throws Exception {
        box.deliver(new MimeMessage(Session.getInstance(new Properties()), SignedMail.stream(mail)));
    }

    private static String signed(String messageId, String text) {
        return SignedMail.signed(SignedMail.plain(FROM, messageId, text), DOMAIN);
    }

    private List<String> left() {
        return server.getManagers().getImapHostManager().getAllMessages().stream()
                .map(message -> {
                    try {
                        return message.getMimeMessage().getMessageID()
                                + (message.getFlags().contains(Flags.Flag.FLAGGED) ? " flagged" : "");
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private List<String> refusals() {
        return mails.events().stream()
                .filter(MailRefused.class::isInstance)
                .map(e -> ((MailRefused) e).reason())
                .toList();
    }

    @Test
    void a_mail_becomes_a_report_and_is_gone() throws Exception {
        deliver(signed("<1@x>", "Please look at hxxps://mail.example[.]org/1, and (https://mail.example.org/2)."));
        assertThat(mailbox.poll()).isEqualTo(1);
        assertThat(left()).isEmpty();
        Submission submission = intake.submissions.all().getFirst();
        assertThat(submission.addresses()).hasSize(2);
        assertThat(submission.channel()).isEqualTo("mail");
        assertThat(submission.circumstances().source()).isEqualTo(Source.POLICE);
        assertThat(mails.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MailTaken.class,
                        taken -> assertThat(taken.submissions()).containsExactly(submission.id()));
    }

    @Test
    void the_same_mail_twice_is_one_report() throws Exception {
        String mail = signed("<2@x>", "https://mail.example.org/1");
        deliver(mail);
        deliver(mail);
        mailbox.poll();
        deliver(mail);
        mailbox.poll();
        assertThat(left()).isEmpty();
        assertThat(intake.submissions.all()).hasSize(1);
        assertThat(mails.events()).hasSize(1);
    }

    /** Anybody may write a mail with another's Message-ID. */
    @Test
    void a_forged_mail_does_not_shut_out_the_genuine_one() throws Exception {
        String genuine = signed("<20@x>", "https://mail.example.org/20");
        deliver(SignedMail.plain(FROM, "<20@x>", "https://mail.example.org/forged"));
        deliver(SignedMail.plain("stranger@example.org", "<20@x>", "https://mail.example.org/forged"));
        deliver(SignedMail.plain(FROM + ", a@example.org", "<20@x>", "https://mail.example.org/forged"));
        mailbox.poll();
        deliver(genuine);
        mailbox.poll();
        assertThat(intake.submissions.all()).hasSize(1);
        assertThat(left()).containsExactly("<20@x> flagged", "<20@x> flagged", "<20@x> flagged");
        assertThat(refusals()).containsExactly("sender-not-proven", "sender-not-listed", "malformed");
    }

    @Test
    void a_listed_sender_does_not_shut_out_another() throws Exception {
        deliver(signed("<21@x>", "https://mail.example.org/21"));
        deliver(SignedMail.signed(
                SignedMail.plain("other@police.example.org", "<21@x>", "https://mail.example.org/22"), DOMAIN));
        mailbox.poll();
        assertThat(intake.submissions.all()).hasSize(2);
        assertThat(left()).isEmpty();
    }

    @Test
    void a_mail_that_is_refused_stays_flagged_and_is_told_once() throws Exception {
        deliver(SignedMail.plain(FROM, "<3@x>", "https://mail.example.org/1"));
        deliver(SignedMail.plain("stranger@example.org", "<4@x>", "https://mail.example.org/1"));
        deliver(signed("<5@x>", "no address here"));
        deliver(signed("<6@x>", "https://mail.example.org/1 " + "word ".repeat(1000)));
        deliver(SignedMail.signed(
                SignedMail.mail(FROM, "<7@x>", "Content-Type: image/png\r\n", "https://mail.example.org/1"), DOMAIN));
        deliver(SignedMail.signed(
                SignedMail.mail(FROM, "<8@x>", "Content-Type: multipart/mixed; boundary=b\r\n", "no boundary"),
                DOMAIN));
        mailbox.poll();
        mailbox.poll();
        assertThat(left())
                .containsExactly(
                        "<3@x> flagged",
                        "<4@x> flagged",
                        "<5@x> flagged",
                        "<6@x> flagged",
                        "<7@x> flagged",
                        "<8@x> flagged");
        assertThat(refusals())
                .containsExactly(
                        "sender-not-proven", "sender-not-listed", "no-address", "text-too-long", "no-text", "no-text");
        assertThat(intake.submissions.all()).isEmpty();
    }

    @Test
    void a_poisoned_mail_harms_no_other() throws Exception {
        deliver("From: a@police.example.org\r\nContent-Type: multipart/mixed; boundary=\"\r\n\r\n--\0\r\n");
        deliver(signed("<9@x>", "https://mail.example.org/9"));
        mailbox.poll();
        assertThat(intake.submissions.all()).hasSize(1);
        assertThat(left()).hasSize(1);
    }

    private static String unprovable(int number) {
        return SignedMail.signed(
                SignedMail.plain("a@down.example.org", "<down" + number + "@x>", "https://mail.example.org/1"),
                "down.example.org");
    }

    @Test
    void mails_that_cannot_be_proven_now_keep_no_other_waiting() throws Exception {
        for (int i = 0; i < 101; i++) {
            deliver(unprovable(i));
        }
        deliver(signed("<12@x>", "https://mail.example.org/12"));
        assertThat(mailbox.poll()).isEqualTo(1);
        assertThat(intake.submissions.all()).hasSize(1);
        assertThat(left()).hasSize(101).noneMatch(mail -> mail.endsWith("flagged"));
    }

    @Test
    void a_mail_that_cannot_be_proven_for_two_days_is_refused() throws Exception {
        deliver(unprovable(1));
        now = now.plus(Duration.ofHours(47));
        mailbox.poll();
        assertThat(left()).containsExactly("<down1@x>");
        now = now.plus(Duration.ofHours(2));
        mailbox.poll();
        assertThat(left()).containsExactly("<down1@x> flagged");
        assertThat(refusals()).containsExactly("sender-not-proven");
    }

    @Test
    void what_nobody_thought_of_stops_one_mail_only_and_not_for_ever() throws Exception {
        String mail = SignedMail.plain(FROM, "<13@x>", "https://mail.example.org/13");
        deliver(SignedMail.signature(mail, DOMAIN, "broken") + mail);
        deliver(signed("<14@x>", "https://mail.example.org/14"));
        mailbox.poll();
        assertThat(intake.submissions.all()).hasSize(1);
        assertThat(left()).containsExactly("<13@x>");
        now = now.plus(Duration.ofDays(3));
        mailbox.poll();
        assertThat(left()).containsExactly("<13@x> flagged");
        assertThat(refusals()).containsExactly("malformed");
    }

    @Test
    void a_mail_with_many_addresses_becomes_several_reports() throws Exception {
        deliver(signed(
                "<10@x>",
                String.join(
                        "\n",
                        IntStream.range(0, 45)
                                .mapToObj(i -> "https://mail.example.org/" + i)
                                .toList())));
        mailbox.poll();
        assertThat(intake.submissions.all()).hasSize(3);
        assertThat(left()).isEmpty();
    }

    @Test
    void while_nothing_can_be_stored_a_mail_waits() throws Exception {
        deliver(signed("<11@x>", "https://mail.example.org/11"));
        boolean[] down = {true};
        TakeMail fragile = new TakeMail(
                new ListedSenders(Map.of(FROM, Source.POLICE)),
                new org.openhotline.contracts.aggregate.Aggregates<>() {
                    @Override
                    public java.util.Optional<TakenMail> find(java.util.UUID id) {
                        if (down[0]) {
                            throw new Down();
                        }
                        return mails.find(id);
                    }

                    @Override
                    public TakenMail change(
                            java.util.UUID id,
                            java.util.function.Function<
                                            java.util.Optional<TakenMail>,
                                            org.openhotline.contracts.aggregate.Decision<TakenMail>>
                                    command) {
                        return mails.change(id, command);
                    }

                    @Override
                    public org.openhotline.contracts.aggregate.Applied apply(
                            java.util.UUID id,
                            org.openhotline.contracts.aggregate.Received<
                                            ? extends org.openhotline.contracts.event.Event>
                                    event,
                            java.util.function.Function<
                                            java.util.Optional<TakenMail>,
                                            org.openhotline.contracts.aggregate.Decision<TakenMail>>
                                    effect) {
                        return mails.apply(id, event, effect);
                    }
                },
                intake.receiveSubmission,
                Down.class::isInstance,
                () -> intake.now);
        Mailbox waiting = new Mailbox(
                new MailboxSettings(
                        "127.0.0.1",
                        server.getImap().getPort(),
                        "reports",
                        "secret",
                        "INBOX",
                        "reports@hotline.example.org",
                        false),
                SignedMail.NAME_SERVER,
                fragile,
                () -> now);
        assertThatThrownBy(waiting::poll).isInstanceOf(Down.class);
        assertThat(left()).containsExactly("<11@x>");
        down[0] = false;
        waiting.poll();
        assertThat(left()).isEmpty();
    }
}
