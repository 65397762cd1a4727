// SPDX-License-Identifier: Apache-2.0
/** Reads the measures of the flood control. */
@NullMarked
package org.openhotline.reportintake.flood.spring;

import org.jspecify.annotations.NullMarked;
