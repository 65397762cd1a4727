// SPDX-License-Identifier: Apache-2.0
/** Bodies of events as JSON. */
@NullMarked
package org.openhotline.audit.entry.json;

import org.jspecify.annotations.NullMarked;
