// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

/** A look-up got no usable answer. The message is one of our own phrases, never a name, an address or a text from outside. */
public final class LookupFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public LookupFailed(String message) {
        super(message, null, false, false);
    }

    /** Not null, other than {@link #getMessage()} by its type. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
