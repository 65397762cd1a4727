// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.openhotline.takedown.letter;

import org.jspecify.annotations.NullMarked;
