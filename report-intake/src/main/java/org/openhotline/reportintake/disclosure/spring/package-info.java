// SPDX-License-Identifier: Apache-2.0
/** Wires the use cases. */
@NullMarked
package org.openhotline.reportintake.disclosure.spring;

import org.jspecify.annotations.NullMarked;
