// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openhotline.reportintake.batch.RowReading.Reason;

/**
 * Cuts a text into the JSON objects in it, each within bounds: one alone, one on each line, or an array of them. Very long
 * strings inside, such as the payload of evidence, are not kept; {@link #lengthOfLeftOut} stays in their place. What is no
 * object spoils itself and not what follows: where objects are on lines of their own, each line begins anew.
 */
public final class JsonObjects {
    /** Characters of one object, very long strings not counted. */
    public static final int LONGEST = 128 * 1024;

    /** Characters of one string. */
    public static final int LONGEST_STRING = 24 * 1024;

    /** A character that stands for no letter and never will (Unicode 23.7). */
    private static final char LEFT_OUT = '\uFDD0';

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Reader text;
    private Layout layout;
    private long line = 1;
    private int next;

    private enum Layout {
        UNKNOWN,
        ONE_ON_EACH_LINE,
        OVER_SEVERAL_LINES
    }

    /** What stands where an object should be. */
    public sealed interface Piece {
        long line();

        /** Balanced, which does not mean that it is JSON. */
        record Candidate(long line, String text) implements Piece {

            /** Never the text, so that no log line can hold it. */
            @Override
            public String toString() {
                return "Candidate[" + line + "]";
            }
        }

        record Broken(long line, Reason reason) implements Piece {}
    }

    private JsonObjects(InputStream utf8, Layout layout) throws IOException {
        // malformed bytes read as U+FFFD
        this.text = new BufferedReader(new InputStreamReader(utf8, StandardCharsets.UTF_8));
        this.layout = layout;
        this.next = text.read();
        if (next == BYTE_ORDER_MARK) {
            this.next = text.read();
        }
    }

    /** Whatever way the objects are laid out. */
    public static JsonObjects in(InputStream utf8) throws IOException {
        return new JsonObjects(utf8, Layout.UNKNOWN);
    }

    /** One on each line. */
    public static JsonObjects onLines(InputStream utf8) throws IOException {
        return new JsonObjects(utf8, Layout.ONE_ON_EACH_LINE);
    }

    /** The length of the string that was left out here, in characters as written; empty for any other string. */
    public static Optional<Long> lengthOfLeftOut(String string) {
        if (string.isEmpty()
                || string.charAt(0) != LEFT_OUT
                || !string.substring(1).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(string.substring(1)));
    }

    /** The next object; empty at the end. */
    public Optional<Piece> next() throws IOException {
        while (next != END && (Character.isWhitespace(next) || next == '[' || next == ',' || next == ']')) {
            take();
        }
        if (next == END) {
            return Optional.empty();
        }
        return Optional.of(next == '{' ? object() : notAnObject());
    }

    private Piece notAnObject() throws IOException {
        long begin = line;
        skipLine();
        return new Piece.Broken(begin, Reason.NOT_AN_OBJECT);
    }

    private Piece object() throws IOException {
        long begin = line;
        StringBuilder copy = new StringBuilder();
        int depth = 0;
        boolean tooLong = false;
        do {
            if (next == END || isNextObject(depth)) {
                return new Piece.Broken(begin, Reason.NOT_JSON);
            }
            int c = take();
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            tooLong |= copy.length() >= LONGEST;
            if (!tooLong) {
                copy.append((char) c);
            }
            if (c == '"' && !string(copy, tooLong)) {
                resynchronise();
                return new Piece.Broken(begin, Reason.NOT_JSON);
            }
        } while (depth > 0);
        if (layout == Layout.UNKNOWN) {
            layout = line == begin ? Layout.ONE_ON_EACH_LINE : Layout.OVER_SEVERAL_LINES;
        }
        return tooLong ? new Piece.Broken(begin, Reason.TOO_LONG) : new Piece.Candidate(begin, copy.toString());
    }

    /** Inside an object at the end of a line: the next line is another one already. */
    private boolean isNextObject(int depth) throws IOException {
        if (depth == 0 || (next != '\n' && next != '\r')) {
            return false;
        }
        if (layout == Layout.ONE_ON_EACH_LINE) {
            return true;
        }
        take();
        return next == '{';
    }

    /** Reads to the closing quote; false where the line ends before. */
    private boolean string(StringBuilder copy, boolean tooLong) throws IOException {
        int begin = copy.length();
        long length = 0;
        boolean escaped = false;
        while (next != END && next != '\n' && next != '\r') {
            int c = take();
            if (c == '"' && !escaped) {
                if (length > LONGEST_STRING && !tooLong) {
                    copy.setLength(begin);
                    copy.append(LEFT_OUT).append(length);
                }
                if (!tooLong) {
                    copy.append('"');
                }
                return true;
            }
            escaped = c == '\\' && !escaped;
            length++;
            if (length <= LONGEST_STRING && !tooLong) {
                copy.append((char) c);
            }
        }
        return false;
    }

    /** Goes on where an object may begin: at the next line, or at the next one that looks like it. */
    private void resynchronise() throws IOException {
        do {
            skipLine();
            while (next == ' ' || next == '\t') {
                take();
            }
        } while (layout != Layout.ONE_ON_EACH_LINE && next != END && next != '{');
    }

    private void skipLine() throws IOException {
        while (next != END && next != '\n') {
            take();
        }
        if (next == '\n') {
            take();
        }
    }

    private int take() throws IOException {
        int taken = next;
        next = text.read();
        if (taken == '\n') {
            line++;
        }
        return taken;
    }
}
