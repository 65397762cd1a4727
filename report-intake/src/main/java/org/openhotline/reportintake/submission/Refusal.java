// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import org.openhotline.contracts.item.LocatorKind;

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
        CONTACT_MISSING,
        CONTACT_WITHOUT_USE,
        NOT_AN_ONION,
        NOT_AN_ACCOUNT,
        NOT_A_GROUP,
        NOT_AN_EMAIL,
        NOT_A_PHONE,
        NOT_A_HASH,
        NOT_A_STREAM,
        NOT_A_PLACE,
        LANGUAGE_UNKNOWN,
        NOT_AN_OBJECT,
        NOT_A_LIST,
        NOT_A_TEXT,
        NOT_A_YES_OR_NO,
        FIELD_UNKNOWN,
        PARTNER_REFERENCE_MALFORMED,
        SOURCE_UNKNOWN,
        SOURCE_NOT_YOURS,
        KEY_MISSING,
        KEY_MALFORMED;

        /** Why a text is no place of this kind. */
        public static Reason notRecognisedAs(LocatorKind kind) {
            return switch (kind) {
                case WEB -> ADDRESS_NOT_RECOGNISED;
                case ONION -> NOT_AN_ONION;
                case APP_ACCOUNT -> NOT_AN_ACCOUNT;
                case MESSENGER_GROUP -> NOT_A_GROUP;
                case EMAIL -> NOT_AN_EMAIL;
                case PHONE -> NOT_A_PHONE;
                case P2P_HASH -> NOT_A_HASH;
                case LIVE_STREAM -> NOT_A_STREAM;
                case OTHER -> NOT_A_PLACE;
            };
        }
    }
}
