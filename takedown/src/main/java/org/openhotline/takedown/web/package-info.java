// SPDX-License-Identifier: Apache-2.0
/** What the pages of this service share: how times and ids are written. */
@NullMarked
package org.openhotline.takedown.web;

import org.jspecify.annotations.NullMarked;
