// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;

/** {@code multipart/report; report-type=feedback-report}, RFC 5965 section 2. */
final class FeedbackReport extends MimeMultipart {

    FeedbackReport(List<BodyPart> parts) throws MessagingException {
        super("report", parts.toArray(BodyPart[]::new));
        ContentType type = new ContentType(contentType);
        type.setParameter("report-type", "feedback-report");
        contentType = type.toString();
    }
}
