// SPDX-License-Identifier: Apache-2.0
/**
 * How state is changed: a pure function decides on the present state, its new state and its events are stored in one
 * write. Business code sees only {@link org.openhotline.contracts.aggregate.Aggregates}; the chassis implements it.
 */
@NullMarked
package org.openhotline.contracts.aggregate;

import org.jspecify.annotations.NullMarked;
