// SPDX-License-Identifier: Apache-2.0
/** Doubles of the service's ports and things to try them on, all of them made up. */
@NullMarked
package org.openhotline.takedown.testing;

import org.jspecify.annotations.NullMarked;
