// SPDX-License-Identifier: Apache-2.0
/** Who looked at what: every opening of an address for a person is a stored fact before the person sees it. */
@NullMarked
package org.openhotline.chassis.access;

import org.jspecify.annotations.NullMarked;
