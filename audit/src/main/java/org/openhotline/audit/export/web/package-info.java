// SPDX-License-Identifier: Apache-2.0
/** Entries that auditors take away are told like any other export. */
@NullMarked
package org.openhotline.audit.export.web;

import org.jspecify.annotations.NullMarked;
