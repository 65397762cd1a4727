// SPDX-License-Identifier: Apache-2.0
/** A notice that was decided is planned. */
@NullMarked
package org.openhotline.takedown.notice.kafka;

import org.jspecify.annotations.NullMarked;
