// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.tracing;

import org.openhotline.contracts.item.HostDetails;

/** Host details as the one text that is sealed: JSON with the record's names. */
public interface HostDetailsText {
    String write(HostDetails details);

    HostDetails read(String text);
}
