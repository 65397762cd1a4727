// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.reference;

import java.util.Optional;

/**
 * Names a submission to its reporter, for example {@code 7K4M-9QRT-2HXC}: eleven random characters (54 bits) and a
 * check character. Says nothing about when, where or how much was reported.
 */
public record Reference(String text) {
    private static final int LENGTH = 12;

    /**
     * A new reference.
     *
     * @param random at least 16 uniform bytes
     */
    public static Reference of(byte[] random) {
        return new Reference(HandCode.of(random, LENGTH));
    }

    /** What somebody typed, or empty where the check character says that it is mistyped. */
    public static Optional<Reference> read(String typed) {
        return HandCode.read(typed, LENGTH).map(Reference::new);
    }
}
