// SPDX-License-Identifier: Apache-2.0
/** A mail server that delivers nothing: what is sent to it is held in memory and shown on a small page. */
@NullMarked
package org.openhotline.stack.mail;

import org.jspecify.annotations.NullMarked;
