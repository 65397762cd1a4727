// SPDX-License-Identifier: Apache-2.0
/** The analysts' desk: a queue of reported addresses, traced, claimed, and decided by people. */
@NullMarked
package org.openhotline.assessment;

import org.jspecify.annotations.NullMarked;
