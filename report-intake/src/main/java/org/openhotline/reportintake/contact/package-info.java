// SPDX-License-Identifier: Apache-2.0
/**
 * How a reporter can be reached. Only this package seals or opens a contact, with a keyset that nothing else has.
 */
@NullMarked
package org.openhotline.reportintake.contact;

import org.jspecify.annotations.NullMarked;
