// SPDX-License-Identifier: Apache-2.0
/** Where accesses are kept. */
@NullMarked
package org.openhotline.reportintake.access.mongo;

import org.jspecify.annotations.NullMarked;
