// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

/**
 * One thing that is wrong with a report. Names the field and the reason, never the value.
 *
 * @param field as in the API, for example {@code addresses[3]}
 */
public record Refusal(String field, Reason reason) {

    /** Why a field is refused; its words are in the message bundles under {@code refusal.<name>}. */
    public enum Reason {
        ADDRESSES_MISSING,
        ADDRESSES_TOO_MANY,
        ADDRESS_MISSING,
        ADDRESS_TOO_LONG,
        ADDRESS_CONTROL_CHARACTERS,
        ADDRESS_NOT_RECOGNISED,
        KIND_UNKNOWN,
        KIND_DIFFERS,
        NOTE_TOO_LONG,
        NOTE_CONTROL_CHARACTERS,
        REFERRER_TOO_LONG,
        REFERRER_CONTROL_CHARACTERS,
        THEME_UNKNOWN,
        CONTACT_TOO_LONG,
        CONTACT_CONTROL_CHARACTERS,
        LANGUAGE_UNKNOWN,
        NOT_AN_OBJECT,
        NOT_A_LIST,
        NOT_A_TEXT,
        NOT_A_YES_OR_NO,
        FIELD_UNKNOWN,
        KEY_MISSING,
        KEY_MALFORMED
    }
}
