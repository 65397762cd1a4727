// SPDX-License-Identifier: Apache-2.0
/** Runs the erasure. */
@NullMarked
package org.openhotline.reportintake.retention.spring;

import org.jspecify.annotations.NullMarked;
