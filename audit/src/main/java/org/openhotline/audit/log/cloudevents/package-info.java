// SPDX-License-Identifier: Apache-2.0
/** Events as they travel and wait. */
@NullMarked
package org.openhotline.audit.log.cloudevents;

import org.jspecify.annotations.NullMarked;
