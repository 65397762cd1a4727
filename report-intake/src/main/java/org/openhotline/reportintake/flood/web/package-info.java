// SPDX-License-Identifier: Apache-2.0
/** Puts the flood control in front of every controller. */
@NullMarked
package org.openhotline.reportintake.flood.web;

import org.jspecify.annotations.NullMarked;
