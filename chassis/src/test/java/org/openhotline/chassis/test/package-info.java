// SPDX-License-Identifier: Apache-2.0
/** What the services' tests share: the stack to run against, and doubles for the ports of plain business code. */
@NullMarked
package org.openhotline.chassis.test;

import org.jspecify.annotations.NullMarked;
