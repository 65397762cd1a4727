// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

/** Something does not check out; the message says what, for a person. */
public final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
        super(message);
    }

    static void unless(boolean holds, String message) throws Broken {
        if (!holds) {
            throw new Broken(message);
        }
    }
}
