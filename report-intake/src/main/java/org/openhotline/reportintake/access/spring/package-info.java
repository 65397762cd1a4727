// SPDX-License-Identifier: Apache-2.0
/** Accesses as a part of a running service. */
@NullMarked
package org.openhotline.reportintake.access.spring;

import org.jspecify.annotations.NullMarked;
