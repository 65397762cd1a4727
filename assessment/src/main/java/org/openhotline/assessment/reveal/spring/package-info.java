// SPDX-License-Identifier: Apache-2.0
/** Reveals go through the chassis, which stores each one before it opens anything. */
@NullMarked
package org.openhotline.assessment.reveal.spring;

import org.jspecify.annotations.NullMarked;
