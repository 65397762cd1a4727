// SPDX-License-Identifier: Apache-2.0
/** Marked words go the whole way and must not be found in clear anywhere afterwards. */
@NullMarked
package org.openhotline.proving.canary;

import org.jspecify.annotations.NullMarked;
