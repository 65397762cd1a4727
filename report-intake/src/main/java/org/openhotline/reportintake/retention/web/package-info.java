// SPDX-License-Identifier: Apache-2.0
/** Legal holds as those see them who place and lift them. */
@NullMarked
package org.openhotline.reportintake.retention.web;

import org.jspecify.annotations.NullMarked;
