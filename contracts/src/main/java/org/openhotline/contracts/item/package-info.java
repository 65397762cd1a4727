// SPDX-License-Identifier: Apache-2.0
/**
 * What is said about one reported address: its kind, who hosts it, how it was decided, and what the reporter may know.
 */
@NullMarked
package org.openhotline.contracts.item;

import org.jspecify.annotations.NullMarked;
