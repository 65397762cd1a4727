// SPDX-License-Identifier: Apache-2.0
/**
 * Finds out who hosts an item before an analyst looks: each item once, again after a failure, and again when a person
 * asks. A worker that dies loses nothing, since its lease on the work ends.
 */
@NullMarked
package org.openhotline.assessment.tracing;

import org.jspecify.annotations.NullMarked;
