// SPDX-License-Identifier: Apache-2.0
/** What the APIs of the log have in common. */
@NullMarked
package org.openhotline.audit.web;

import org.jspecify.annotations.NullMarked;
