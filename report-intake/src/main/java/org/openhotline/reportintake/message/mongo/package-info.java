// SPDX-License-Identifier: Apache-2.0
/** Where messages are kept. */
@NullMarked
package org.openhotline.reportintake.message.mongo;

import org.jspecify.annotations.NullMarked;
