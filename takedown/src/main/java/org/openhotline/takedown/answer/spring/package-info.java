// SPDX-License-Identifier: Apache-2.0
/** Puts the answering of notices together. */
@NullMarked
package org.openhotline.takedown.answer.spring;

import org.jspecify.annotations.NullMarked;
