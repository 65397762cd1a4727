// SPDX-License-Identifier: Apache-2.0
/** Runs the tracing in the background. */
@NullMarked
package org.openhotline.assessment.tracing.spring;

import org.jspecify.annotations.NullMarked;
