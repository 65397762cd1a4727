// SPDX-License-Identifier: Apache-2.0
/** The takedown officer's pages: what needs a hand on top. */
@NullMarked
package org.openhotline.takedown.desk.web;

import org.jspecify.annotations.NullMarked;
