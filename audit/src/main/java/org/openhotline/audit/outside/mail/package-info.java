// SPDX-License-Identifier: Apache-2.0
/** Places that are mailboxes. */
@NullMarked
package org.openhotline.audit.outside.mail;

import org.jspecify.annotations.NullMarked;
