// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

/**
 * Where the mailbox is.
 *
 * @param address to which reports are sent
 * @param tls whether the connection is encrypted from its first byte (IMAPS); only a test or a tunnel does without
 */
public record MailboxSettings(
        String host, int port, String user, String password, String folder, String address, boolean tls) {

    /** Never the password. */
    @Override
    public String toString() {
        return "MailboxSettings[" + host + ":" + port + "]";
    }
}
