// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

/** How far a trace came. */
public enum TraceOutcome {
    /** The network and its abuse contact are known. */
    TRACED,
    /** The network is known, but nobody to write to. */
    NO_CONTACT,
    /** By its nature it cannot be traced (onion service). */
    NOT_TRACEABLE,
    /** The name does not resolve any more. */
    DNS_GONE,
    /** A look-up broke or took too long; a person decides or it is tried again. */
    FAILED
}
