// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhotline.contracts.sealing.BlindIndex;

/**
 * Issues and reads tickets. A ticket is {@code <time>-<nonce>-<mac>}, both numbers in hexadecimal, the code by the index
 * keyset (HMAC-SHA-256): nothing is remembered of one that is not used, and every instance of the service reads it.
 */
final class Tickets {
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{1,15})-([0-9a-f]{16})-([0-9A-Za-z_-]{22})");
    /** 22 characters of base64url: 128 bits of the code, which is more than anybody guesses. */
    private static final int CODE = 22;

    private final BlindIndex index;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Tickets(BlindIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    String issue() {
        String content = "%x-%016x".formatted(clock.millis(), random.nextLong());
        return content + "-" + code(index.of(labelled(content)));
    }

    /** The ticket, or empty where nobody here issued such a one. */
    Optional<Ticket> read(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || !isOurs(shape)) {
            return Optional.empty();
        }
        return Optional.of(new Ticket(
                Instant.ofEpochMilli(Long.parseLong(shape.group(1), 16)), Long.parseUnsignedLong(shape.group(2), 16)));
    }

    private boolean isOurs(Matcher shape) {
        byte[] given = shape.group(3).getBytes(US_ASCII);
        return index.candidates(labelled(shape.group(1) + "-" + shape.group(2))).stream()
                .map(Tickets::code)
                .anyMatch(code -> MessageDigest.isEqual(code.getBytes(US_ASCII), given));
    }

    /** The end of an index value, whose beginning names the key. */
    private static String code(String value) {
        return value.substring(value.length() - CODE);
    }

    /** Neither an address nor a reference reads like this. */
    private static String labelled(String content) {
        return "form ticket\n" + content;
    }
}
