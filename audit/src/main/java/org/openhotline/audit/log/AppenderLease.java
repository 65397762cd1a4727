// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

/** At most one instance appends. A lease alone cannot promise that, so it is a fence as well. */
public interface AppenderLease extends Fence {
    /** Takes or extends the lease; false where another instance has it. */
    boolean hold();
}
