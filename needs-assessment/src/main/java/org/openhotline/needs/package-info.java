// SPDX-License-Identifier: Apache-2.0
/** needs-assessment: what the hotline's own events say about how well the country answers reports. */
@NullMarked
package org.openhotline.needs;

import org.jspecify.annotations.NullMarked;
