// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mail;

import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.openhotline.takedown.notice.Delivery;

/** Reads what a failed SMTP transaction means. */
final class SmtpReplies {
    private static final int PERMANENT = 500;
    private static final int TEMPORARY = 400;

    private SmtpReplies() {}

    /** @param handedOver whether the message may have left when {@code failure} came */
    static Delivery meaning(MessagingException failure, boolean handedOver) {
        OptionalInt reply = reply(failure);
        if (reply.isPresent() && reply.getAsInt() >= PERMANENT) {
            return new Delivery.Refused("smtp-" + reply.getAsInt());
        }
        if (reply.isPresent()) {
            return new Delivery.Postponed("smtp-" + reply.getAsInt());
        }
        return handedOver ? new Delivery.Lost() : new Delivery.Postponed("smtp-connection");
    }

    /** The first reply code of the server in the chain of causes, if there is one. */
    private static OptionalInt reply(MessagingException failure) {
        @Nullable Exception next = failure;
        while (next instanceof MessagingException step) {
            int code = switch (step) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> -1;
            };
            if (code >= TEMPORARY) {
                return OptionalInt.of(code);
            }
            next = step.getNextException();
        }
        return OptionalInt.empty();
    }
}
