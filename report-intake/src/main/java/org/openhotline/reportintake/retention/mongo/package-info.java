// SPDX-License-Identifier: Apache-2.0
/** Where purges and legal holds are kept. */
@NullMarked
package org.openhotline.reportintake.retention.mongo;

import org.jspecify.annotations.NullMarked;
