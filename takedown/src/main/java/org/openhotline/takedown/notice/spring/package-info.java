// SPDX-License-Identifier: Apache-2.0
/** Puts the notice business together and hands out its work. */
@NullMarked
package org.openhotline.takedown.notice.spring;

import org.jspecify.annotations.NullMarked;
