// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the newest messages, in memory only: a notice names in clear what must not lie on a disk. */
final class MailSink extends SmtpManager {
    private final Deque<CaughtMail> newestFirst = new ArrayDeque<>();
    private final int capacity;
    private final Duration slowness;
    private int count;

    MailSink(Managers managers, int capacity, Duration slowness) {
        super(managers.getImapHostManager(), managers.getUserManager());
        this.capacity = capacity;
        this.slowness = slowness;
    }

    /** The refusal to send to the client, or null for a welcome recipient. */
    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
        return switch (recipient.getUser()) {
            case "hard-bounce" -> "550 5.1.1 No such mailbox here";
            case "soft-bounce" -> "451 4.3.0 Try again later";
            case "slow" -> afterAWhile();
            default -> null;
        };
    }

    private @Nullable String afterAWhile() {
        try {
            Thread.sleep(slowness);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "421 4.3.2 Going down";
        }
    }

    @Override
    public synchronized void send(SmtpState state) {
        var envelope = state.getMessage();
        var to = envelope.getToAddresses().stream().map(MailAddress::getEmail).toList();
        newestFirst.addFirst(CaughtMail.of(count + 1, envelope.getReturnPath().getEmail(), to, envelope.getMessage()));
        count++;
        while (newestFirst.size() > capacity) {
            newestFirst.removeLast();
        }
    }

    synchronized List<CaughtMail> newestFirst() {
        return List.copyOf(newestFirst);
    }
}
