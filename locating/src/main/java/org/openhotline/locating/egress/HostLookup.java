// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import java.net.InetAddress;
import java.util.List;

/** The IP addresses of a host name. */
@FunctionalInterface
public interface HostLookup {
    List<InetAddress> addressesOf(String host) throws LookupFailed;
}
