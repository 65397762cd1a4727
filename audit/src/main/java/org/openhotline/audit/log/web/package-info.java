// SPDX-License-Identifier: Apache-2.0
/** The log itself for auditors: checkpoint, verifier key, tiles. */
@NullMarked
package org.openhotline.audit.log.web;

import org.jspecify.annotations.NullMarked;
