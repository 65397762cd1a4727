// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.spring;

import jakarta.mail.MessagingException;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.reportintake.mailin.mail.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks into the mailbox once a minute. */
final class MailSweep {
    private static final Logger LOG = LoggerFactory.getLogger(MailSweep.class);

    private final Mailbox mailbox;

    MailSweep(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Scheduled(
            initialDelayString = "${openhotline.mail-intake.first:PT10S}",
            fixedDelayString = "${openhotline.mail-intake.every:PT1M}")
    void sweep() {
        try {
            mailbox.poll();
        } catch (MessagingException e) {
            LOG.warn(
                    "the mailbox for reports cannot be reached ({})",
                    e.getClass().getName());
        } catch (RuntimeException e) {
            if (!Outage.causes(e)) {
                throw e;
            }
            LOG.warn(
                    "mails wait until something can be stored again ({})",
                    e.getClass().getName());
        }
    }
}
