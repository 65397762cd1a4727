// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.item;

/** Who deals with an item that is no page: nobody hosts it, so there is no notice to send. */
public enum TriageRoute {
    /** To the police desk, as intelligence. */
    POLICE,
    /** Reported through the platform's own channel. */
    PLATFORM,
    HELPLINE,
    /** Nobody yet: the reporter is asked for more. */
    ASK_REPORTER,
    /** Too little to act on. */
    INSUFFICIENT
}
