// SPDX-License-Identifier: Apache-2.0
/** What the log says of itself, and who may append, as documents. */
@NullMarked
package org.openhotline.audit.log.mongo;

import org.jspecify.annotations.NullMarked;
