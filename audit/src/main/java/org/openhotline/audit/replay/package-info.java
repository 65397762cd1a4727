// SPDX-License-Identifier: Apache-2.0
/**
 * What the log has kept, told again to a service that has lost its store (see
 * {@link org.openhotline.chassis.rebuild}).
 */
@NullMarked
package org.openhotline.audit.replay;

import org.jspecify.annotations.NullMarked;
