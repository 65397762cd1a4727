// SPDX-License-Identifier: Apache-2.0
/** Report intake: submissions in, items deduplicated, coarse status out. The only service that the public meets. */
@NullMarked
package org.openhotline.reportintake;

import org.jspecify.annotations.NullMarked;
