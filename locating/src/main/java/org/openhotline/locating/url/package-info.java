// SPDX-License-Identifier: Apache-2.0
/**
 * Address identity: the WHATWG URL Standard for absolute http and https addresses, onion names, and the one form by
 * which the same address is recognised again.
 */
@NullMarked
package org.openhotline.locating.url;

import org.jspecify.annotations.NullMarked;
