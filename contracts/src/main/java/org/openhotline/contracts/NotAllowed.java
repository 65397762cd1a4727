// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts;

/** A command that this actor may not give, for example a review of one's own assessment. */
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String message) {
        super(message);
    }
}
