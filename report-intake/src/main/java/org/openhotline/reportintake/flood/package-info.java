// SPDX-License-Identifier: Apache-2.0
/**
 * Holds floods back without knowing anybody: signed one-time tickets with a least age, rates kept in memory for all
 * senders together, and a proof of work that waiting can take the place of. Nothing here is told an address of a
 * network, a browser or a cookie. Decision 0062.
 */
@NullMarked
package org.openhotline.reportintake.flood;

import org.jspecify.annotations.NullMarked;
