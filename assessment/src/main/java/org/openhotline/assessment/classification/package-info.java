// SPDX-License-Identifier: Apache-2.0
/**
 * In which words an item is decided: a versioned profile of categories and reasons, data and not code. Every decision
 * keeps the profile's id and version, so that a changed profile never changes what was decided.
 */
@NullMarked
package org.openhotline.assessment.classification;

import org.jspecify.annotations.NullMarked;
