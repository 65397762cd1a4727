// SPDX-License-Identifier: Apache-2.0
/** RFC 3161 by Bouncy Castle. */
@NullMarked
package org.openhotline.audit.timestamp.bouncycastle;

import org.jspecify.annotations.NullMarked;
