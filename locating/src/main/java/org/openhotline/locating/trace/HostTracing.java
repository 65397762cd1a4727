// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.trace;

import org.openhotline.contracts.item.LocatorKind;

/** Finds out who hosts an address. Only names and networks are looked up; the address itself is never contacted. */
public interface HostTracing {

    /**
     * Never throws for what the network does: trouble is an outcome.
     *
     * @param address any form that {@code Locators.identify} accepts
     */
    TracedHost trace(LocatorKind kind, String address);

    /**
     * The ready implementation. Makes no connection yet.
     *
     * @throws IllegalArgumentException where a setting is no server, network or bootstrap
     */
    static HostTracing using(TracingSettings settings) {
        return HostTracer.with(settings);
    }
}
