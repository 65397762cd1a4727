// SPDX-License-Identifier: Apache-2.0
/** Events in, as many at once as the broker has. */
@NullMarked
package org.openhotline.audit.log.kafka;

import org.jspecify.annotations.NullMarked;
