// SPDX-License-Identifier: Apache-2.0
/** Wires the use case. */
@NullMarked
package org.openhotline.reportintake.status.spring;

import org.jspecify.annotations.NullMarked;
