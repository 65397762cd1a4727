// SPDX-License-Identifier: Apache-2.0
/** One report from the form to the log, told by the people who handle it, in a real browser against the running product. */
@NullMarked
package org.openhotline.proving.story;

import org.jspecify.annotations.NullMarked;
