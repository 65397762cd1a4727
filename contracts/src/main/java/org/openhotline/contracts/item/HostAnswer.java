// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

/** What a host can say through the one-time link in a notice. */
public enum HostAnswer {
    REMOVED,
    ALREADY_GONE,
    NOT_OURS,
    NEED_MORE,
    DISPUTED
}
