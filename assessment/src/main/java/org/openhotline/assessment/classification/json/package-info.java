// SPDX-License-Identifier: Apache-2.0
/** Reads classification profiles from JSON resources. */
@NullMarked
package org.openhotline.assessment.classification.json;

import org.jspecify.annotations.NullMarked;
