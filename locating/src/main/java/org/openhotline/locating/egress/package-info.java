// SPDX-License-Identifier: Apache-2.0
/**
 * What this software may connect to. Addresses come from strangers, and answers of registries and name servers are not
 * ours either, so every connection is checked where it is made.
 */
@NullMarked
package org.openhotline.locating.egress;

import org.jspecify.annotations.NullMarked;
