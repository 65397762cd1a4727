// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

/** What was found where a row should be. */
public sealed interface RowReading {
    long line();

    record Row(GivenRow row) implements RowReading {
        @Override
        public long line() {
            return row.line();
        }
    }

    /** Nothing that can be taken; the reader goes on behind it. */
    record Broken(long line, Reason reason) implements RowReading {}

    /** Why a row could not be read. */
    enum Reason {
        TOO_LONG,
        NOT_UTF8,
        /** A quote is missing, or something follows one (RFC 4180, section 2). */
        QUOTES,
        COLUMNS,
        /** Only a note may go over several lines. */
        LINE_BREAK,
        NOT_JSON,
        NOT_AN_OBJECT,
        FIELD_UNKNOWN,
        NOT_A_TEXT,
        URL_MISSING,
        /** Not a content/csam or content/csem report of XARF v4, or a field that it must have is missing or wrong. */
        NOT_XARF,
        /** There are more rows than one list may have; nothing from here on is read. */
        TOO_MANY_ROWS
    }
}
