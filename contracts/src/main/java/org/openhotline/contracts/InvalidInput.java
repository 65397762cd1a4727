// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts;

/**
 * Something that came in is not acceptable. Names the field and what is allowed, never what was sent, since the
 * value may be an address.
 */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String allowed;

    public InvalidInput(String field, String message, String allowed) {
        super(message);
        this.field = field;
        this.allowed = allowed;
    }

    public String field() {
        return field;
    }

    public String allowed() {
        return allowed;
    }
}
