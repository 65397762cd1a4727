// SPDX-License-Identifier: Apache-2.0
/**
 * A made-up internet on the loopback address, so that nothing of a trial leaves the machine: a name server and a
 * registry (RDAP) that know the hosts of {@code network.json}, all in reserved names, networks and numbers (RFC 2606,
 * 5737, 3849, 5398).
 */
@NullMarked
package org.openhotline.stack.demo;

import org.jspecify.annotations.NullMarked;
