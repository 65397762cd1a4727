// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.openhotline.takedown.web;

import org.jspecify.annotations.NullMarked;
