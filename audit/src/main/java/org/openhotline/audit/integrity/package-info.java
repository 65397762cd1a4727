// SPDX-License-Identifier: Apache-2.0
/** How far the log has come, and how far others know it. */
@NullMarked
package org.openhotline.audit.integrity;

import org.jspecify.annotations.NullMarked;
