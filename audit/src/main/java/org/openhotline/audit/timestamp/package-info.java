// SPDX-License-Identifier: Apache-2.0
/** When a checkpoint was there at the latest, by the word of a time-stamping authority (RFC 3161). */
@NullMarked
package org.openhotline.audit.timestamp;

import org.jspecify.annotations.NullMarked;
