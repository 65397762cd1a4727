// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

/** The three ways an assessment can end. */
public enum Verdict {
    ILLEGAL,
    NOT_ILLEGAL,
    NOT_ACCESSIBLE
}
