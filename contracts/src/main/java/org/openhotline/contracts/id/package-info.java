// SPDX-License-Identifier: Apache-2.0
/**
 * Ids: UUIDs of version 7 (RFC 9562), so that they sort by the time they were made.
 */
@NullMarked
package org.openhotline.contracts.id;

import org.jspecify.annotations.NullMarked;
