// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP client that knows the point of no return. Until the line with the single dot is sent, a server must not
 * deliver anything (RFC 5321, sections 3.3 and 4.1.1.4); after it, only its reply tells.
 */
final class HandOverTransport extends SMTPTransport {
    private final Runnable beforeHandOver;
    private boolean handedOver;

    HandOverTransport(Session session, URLName server, Runnable beforeHandOver) {
        super(session, server, server.getProtocol(), "smtps".equals(server.getProtocol()));
        this.beforeHandOver = beforeHandOver;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        beforeHandOver.run();
        handedOver = true;
        super.finishData();
    }

    /** Whether the message may have left. */
    boolean hasHandedOver() {
        return handedOver;
    }
}
