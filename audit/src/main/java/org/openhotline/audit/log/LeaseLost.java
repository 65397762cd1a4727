// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

/** Another instance may append by now; this one must stop. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLost() {
        super("another instance has the lease of the log");
    }
}
