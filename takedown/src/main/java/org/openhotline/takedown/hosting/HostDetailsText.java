// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hosting;

import org.openhotline.contracts.item.HostDetails;

/** Host details as the text that is sealed in a trace. */
public interface HostDetailsText {
    String write(HostDetails details);

    HostDetails read(String text);
}
