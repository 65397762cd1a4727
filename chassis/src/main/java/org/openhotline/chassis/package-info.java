// SPDX-License-Identifier: Apache-2.0
/**
 * What every service shares at run time. Each package below has its own page; {@link org.openhotline.chassis.Service}
 * starts a service with all of it.
 */
@NullMarked
package org.openhotline.chassis;

import org.jspecify.annotations.NullMarked;
