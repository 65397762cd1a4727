// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.openhotline.takedown.hosting;

import org.jspecify.annotations.NullMarked;
