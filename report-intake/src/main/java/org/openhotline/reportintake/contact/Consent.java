// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

/**
 * What a reporter allows us to do with the contact; each is asked for by itself and is off until it is given.
 *
 * @param feedback we may write with questions and with what became of the report
 * @param toPolice police may be told who reported
 */
public record Consent(boolean feedback, boolean toPolice) {
    public static final Consent NONE = new Consent(false, false);

    /** Whether the contact may be used for anything at all. */
    public boolean isForSomething() {
        return feedback || toPolice;
    }
}
