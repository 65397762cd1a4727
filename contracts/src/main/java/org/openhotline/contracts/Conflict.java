// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts;

/** A command that the present state does not allow, for example a second claim on one item. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}
