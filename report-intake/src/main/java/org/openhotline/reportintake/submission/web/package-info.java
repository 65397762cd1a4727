// SPDX-License-Identifier: Apache-2.0
/** The public form and the API through which reports come in. */
@NullMarked
package org.openhotline.reportintake.submission.web;

import org.jspecify.annotations.NullMarked;
