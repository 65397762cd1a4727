// SPDX-License-Identifier: Apache-2.0
/** Who hosts an item and who can be written to, looked up again right before anything is sent. */
@NullMarked
package org.openhotline.takedown.hosting;

import org.jspecify.annotations.NullMarked;
