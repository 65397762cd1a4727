// SPDX-License-Identifier: Apache-2.0
/**
 * Numbers with their unit, their rule and their period. Events are turned into one set of facts per item; every figure is
 * counted from these facts when it is asked for. Nothing is ever incremented, so an event that comes twice, or from
 * another service earlier than expected, cannot make a figure wrong. No address, no person: only ids, codes and times.
 */
@NullMarked
package org.openhotline.needs.figures;

import org.jspecify.annotations.NullMarked;
