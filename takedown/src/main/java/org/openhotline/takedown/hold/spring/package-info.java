// SPDX-License-Identifier: Apache-2.0
/** Puts the police gate together and winds its clock. */
@NullMarked
package org.openhotline.takedown.hold.spring;

import org.jspecify.annotations.NullMarked;
