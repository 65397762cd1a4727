// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts;

/** Nothing is known under the given id or reference; also the answer where the asker may not know that it exists. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }
}
