// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

/** What a channel knows after it tried. Reasons are codes such as {@code smtp-550}. */
public sealed interface Delivery {

    /** The other side took it over. */
    record Accepted() implements Delivery {}

    /** Certainly not delivered, and trying again would not help. */
    record Refused(String reason) implements Delivery {}

    /** Certainly not delivered, but a later attempt may be. */
    record Postponed(String reason) implements Delivery {}

    /** Handed over without a definite reply. */
    record Lost() implements Delivery {}
}
