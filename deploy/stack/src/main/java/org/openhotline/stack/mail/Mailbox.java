// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import org.openhotline.stack.FreePort;
import org.openhotline.stack.web.LoopbackHttp;

/**
 * An SMTP server and a page that shows what was sent to it, both on the loopback address. Recipients named
 * {@code hard-bounce@}, {@code soft-bounce@} and {@code slow@} are refused for good, refused for now and kept waiting.
 */
public final class Mailbox implements AutoCloseable {
    private static final int CAPACITY = 1000;
    private static final Duration SLOWNESS = Duration.ofSeconds(5);
    private static final long START_MS = 10_000;

    private final SmtpServer smtp;
    private final MailSink sink;
    private final LoopbackHttp web;

    private Mailbox(SmtpServer smtp, MailSink sink, LoopbackHttp web) {
        this.smtp = smtp;
        this.sink = sink;
        this.web = web;
    }

    /** A port of 0 takes any free one. */
    public static Mailbox start(int smtpPort, int webPort) {
        return start(smtpPort, webPort, CAPACITY, SLOWNESS);
    }

    static Mailbox start(int smtpPort, int webPort, int capacity, Duration slowness) {
        var managers = new CatchingManagers(capacity, slowness);
        var setup = new ServerSetup(FreePort.orAny(smtpPort), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var smtp = new SmtpServer(setup, managers);
        smtp.startService();
        try {
            if (!smtp.waitTillRunning(START_MS)) {
                throw new IllegalStateException("the mailbox cannot listen on 127.0.0.1:" + setup.getPort());
            }
            var pages = new MailboxPages(managers.sink);
            return new Mailbox(smtp, managers.sink, LoopbackHttp.start(webPort, pages::page));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the mailbox starts", e);
        }
    }

    public int smtpPort() {
        return smtp.getPort();
    }

    public int webPort() {
        return web.port();
    }

    /** What was caught and not yet pushed out by newer messages, newest first. */
    public List<CaughtMail> messages() {
        return sink.newestFirst();
    }

    @Override
    public void close() {
        web.close();
        smtp.stopService();
    }

    private static final class CatchingManagers extends Managers {
        private final MailSink sink;

        private CatchingManagers(int capacity, Duration slowness) {
            sink = new MailSink(this, capacity, slowness);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return sink;
        }
    }
}
