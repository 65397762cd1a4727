// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.openhotline.takedown.notice.xarf;

import org.jspecify.annotations.NullMarked;
