// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

/** All that a reporter is told about one address: honest, but never which host, which law, or that police asked to wait. */
public enum CoarseStatus {
    RECEIVED,
    BEING_ASSESSED,
    NOT_ACCESSIBLE,
    NOT_ILLEGAL,
    ACTED_ON,
    REMOVED
}
