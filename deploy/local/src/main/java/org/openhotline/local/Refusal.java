// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

/** Something that the person at the keyboard can put right; its message says how and no stack trace is shown. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
