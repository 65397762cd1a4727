// SPDX-License-Identifier: Apache-2.0
/** Entries and their proofs for auditors, as pages and as an API. */
@NullMarked
package org.openhotline.audit.entry.web;

import org.jspecify.annotations.NullMarked;
