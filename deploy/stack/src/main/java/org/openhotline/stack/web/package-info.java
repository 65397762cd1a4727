// SPDX-License-Identifier: Apache-2.0
/** The little web serving that the mailbox and the demo network need. */
@NullMarked
package org.openhotline.stack.web;

import org.jspecify.annotations.NullMarked;
