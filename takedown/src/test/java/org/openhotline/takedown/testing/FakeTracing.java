// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.util.Optional;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.locating.trace.HostTracing;
import org.openhotline.locating.trace.TracedHost;

/** Finds what the test says. */
public final class FakeTracing implements HostTracing {
    private TracedHost next = found(Optional.of(Examples.CONTACT));

    @Override
    public TracedHost trace(LocatorKind kind, String address) {
        return next;
    }

    public void willFind(Optional<String> contact) {
        next = found(contact);
    }

    public void willEnd(TraceOutcome outcome) {
        next = new TracedHost(outcome, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static TracedHost found(Optional<String> contact) {
        return new TracedHost(
                contact.isPresent() ? TraceOutcome.TRACED : TraceOutcome.NO_CONTACT,
                Optional.of("XX"),
                Optional.of(64501L),
                Optional.of(Examples.host(contact)));
    }
}
