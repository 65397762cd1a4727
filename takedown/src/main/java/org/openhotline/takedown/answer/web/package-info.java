// SPDX-License-Identifier: Apache-2.0
/** The open page behind the one-time link. No log-in, no session, no cookie; looking changes nothing. */
@NullMarked
package org.openhotline.takedown.answer.web;

import org.jspecify.annotations.NullMarked;
