// SPDX-License-Identifier: Apache-2.0
/** Life cycles as tables: one row for each allowed change, from which the code decides and the diagrams are drawn. */
@NullMarked
package org.openhotline.contracts.lifecycle;

import org.jspecify.annotations.NullMarked;
