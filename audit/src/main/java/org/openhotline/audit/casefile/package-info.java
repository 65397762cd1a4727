// SPDX-License-Identifier: Apache-2.0
/**
 * What an auditor hands to a court: entries with their receipts and events, the checkpoint, the verifier and how to use
 * it, in one signed archive. See docs/decisions/0046.
 */
@NullMarked
package org.openhotline.audit.casefile;

import org.jspecify.annotations.NullMarked;
