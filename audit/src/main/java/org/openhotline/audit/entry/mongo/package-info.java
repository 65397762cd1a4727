// SPDX-License-Identifier: Apache-2.0
/** Entries as documents. */
@NullMarked
package org.openhotline.audit.entry.mongo;

import org.jspecify.annotations.NullMarked;
