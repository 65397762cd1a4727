// SPDX-License-Identifier: Apache-2.0
/** Requests to be shown a contact, as officers and senior analysts see them. */
@NullMarked
package org.openhotline.reportintake.disclosure.web;

import org.jspecify.annotations.NullMarked;
