// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

/** Words from outside. Lengths count characters as people do, roughly: Unicode code points. */
final class Text {
    private Text() {}

    /** With one kind of line break and no blank ends. */
    static String normalised(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** No control characters but line breaks and tabs, and no halves of characters, which would not survive sealing. */
    static boolean isClean(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
    }

    static boolean isCleanLine(String text) {
        return text.codePoints().allMatch(Text::isPrintable);
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
