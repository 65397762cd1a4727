// SPDX-License-Identifier: Apache-2.0
/** Events in. */
@NullMarked
package org.openhotline.audit.entry.kafka;

import org.jspecify.annotations.NullMarked;
