// SPDX-License-Identifier: Apache-2.0
/** What cannot be used, and parts that do not answer: the form tells the truth all the same. */
@NullMarked
package org.openhotline.proving.trouble;

import org.jspecify.annotations.NullMarked;
