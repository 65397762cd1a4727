// SPDX-License-Identifier: Apache-2.0
/** Many hostile senders and one honest reporter whose browser runs no scripts. */
@NullMarked
package org.openhotline.proving.flood;

import org.jspecify.annotations.NullMarked;
