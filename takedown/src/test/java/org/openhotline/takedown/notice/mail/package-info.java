// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.openhotline.takedown.notice.mail;

import org.jspecify.annotations.NullMarked;
