// SPDX-License-Identifier: Apache-2.0
/** A small service that only counts, to show how events travel. */
@NullMarked
package org.openhotline.chassis.messaging;

import org.jspecify.annotations.NullMarked;
