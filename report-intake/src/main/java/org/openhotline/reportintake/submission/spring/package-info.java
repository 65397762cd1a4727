// SPDX-License-Identifier: Apache-2.0
/** Wires the use cases and runs the sweep. */
@NullMarked
package org.openhotline.reportintake.submission.spring;

import org.jspecify.annotations.NullMarked;
