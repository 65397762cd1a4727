// SPDX-License-Identifier: Apache-2.0
/**
 * The receipt that an entry is in the log: C2SP tlog-proof, a text that can be checked offline for ever.
 */
@NullMarked
package org.openhotline.audit.proof;

import org.jspecify.annotations.NullMarked;
