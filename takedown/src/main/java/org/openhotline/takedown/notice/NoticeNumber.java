// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.util.UUID;

/**
 * The number of a notice that people write and say, for example {@code N-4KQ7-X2MZ}: the last 40 bits of its id in
 * Crockford's base 32, which has no look-alikes.
 */
public final class NoticeNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SYMBOLS = 8;

    private NoticeNumber() {}

    public static String of(UUID noticeId) {
        StringBuilder number = new StringBuilder("N-");
        for (int i = SYMBOLS - 1; i >= 0; i--) {
            number.append(ALPHABET.charAt((int) (noticeId.getLeastSignificantBits() >>> (i * 5) & 31)));
            if (i == SYMBOLS / 2) {
                number.append('-');
            }
        }
        return number.toString();
    }
}
