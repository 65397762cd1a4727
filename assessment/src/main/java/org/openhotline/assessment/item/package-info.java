// SPDX-License-Identifier: Apache-2.0
/**
 * One reported address on the analysts' desk: opened when it is first reported, traced, claimed by one analyst at a
 * time, decided once (or twice, blind, where the country asks for it). Promises that two people never work on one item
 * and that nobody reviews an own decision; knows nothing of how items are stored, shown or traced.
 */
@NullMarked
package org.openhotline.assessment.item;

import org.jspecify.annotations.NullMarked;
