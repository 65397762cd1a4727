// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import java.time.Instant;
import org.openhotline.contracts.sealing.Sealed;

/**
 * A reporter's contact as it is stored.
 *
 * @param since when it was given; retention counts from here
 */
public record KeptContact(Sealed text, Instant since) {}
