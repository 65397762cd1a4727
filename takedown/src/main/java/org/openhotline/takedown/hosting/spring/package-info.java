// SPDX-License-Identifier: Apache-2.0
/** Puts the look-up of hosts together. */
@NullMarked
package org.openhotline.takedown.hosting.spring;

import org.jspecify.annotations.NullMarked;
