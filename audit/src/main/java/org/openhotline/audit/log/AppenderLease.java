// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

/** At most one instance appends. A lease alone cannot promise that: the unique index of the entries does. */
public interface AppenderLease {
    /** Takes or extends the lease; false where another instance has it. */
    boolean hold();
}
