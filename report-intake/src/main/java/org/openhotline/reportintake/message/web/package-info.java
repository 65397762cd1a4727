// SPDX-License-Identifier: Apache-2.0
/** Messages with a reporter as analysts see them. */
@NullMarked
package org.openhotline.reportintake.message.web;

import org.jspecify.annotations.NullMarked;
