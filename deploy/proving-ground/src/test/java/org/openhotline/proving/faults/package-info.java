// SPDX-License-Identifier: Apache-2.0
/** Processes die in the middle of the work, and nothing that was accepted is lost or done twice. */
@NullMarked
package org.openhotline.proving.faults;

import org.jspecify.annotations.NullMarked;
