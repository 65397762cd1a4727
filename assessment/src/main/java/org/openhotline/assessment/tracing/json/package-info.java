// SPDX-License-Identifier: Apache-2.0
/** Host details as JSON. */
@NullMarked
package org.openhotline.assessment.tracing.json;

import org.jspecify.annotations.NullMarked;
