// SPDX-License-Identifier: Apache-2.0
/**
 * One message to one contact. A notice decided goes out once: it is planned, handed over at a recorded moment, and
 * then known to be sent, known not to be, or unknown, which a person resolves. It is never sent again blindly.
 */
@NullMarked
package org.openhotline.takedown.notice;

import org.jspecify.annotations.NullMarked;
