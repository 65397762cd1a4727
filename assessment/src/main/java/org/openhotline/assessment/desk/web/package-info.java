// SPDX-License-Identifier: Apache-2.0
/** The analysts' pages. Addresses, hosts and notes are shown to the holder of an item only, after a reveal. */
@NullMarked
package org.openhotline.assessment.desk.web;

import org.jspecify.annotations.NullMarked;
