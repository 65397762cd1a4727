// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a UTF-8 text, one at a time and each within bounds: of a line that is too long only its number is kept.
 * Lines end in CR LF, LF or CR. What is not UTF-8 reads as U+FFFD.
 */
public final class Lines {
    /** Characters in one line, generous for the longest address, referrer and note, each with every quote doubled. */
    public static final int LONGEST = 64 * 1024;

    public static final int NOT_UTF8 = 0xFFFD;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int END = -1;

    private final Reader text;
    private final char[] buffer = new char[8 * 1024];
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private int position;
    private int filled;
    private long number;

    /**
     * One line without its end.
     *
     * @param number from 1
     * @param text empty where it was too long
     */
    public record Line(long number, String text, boolean isTooLong) {

        /** Never the line, so that no log line can hold it. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    public Lines(InputStream utf8) {
        this.text = new InputStreamReader(
                utf8,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** The next line; empty at the end. */
    public Optional<Line> next() throws IOException {
        if (!pushedBack.isEmpty()) {
            return Optional.of(pushedBack.pop());
        }
        int first = read();
        if (first == BYTE_ORDER_MARK && number == 0) {
            first = read();
        }
        if (first == END) {
            return Optional.empty();
        }
        number++;
        return Optional.of(line(first));
    }

    /** Gives lines back in the order in which they were taken; they come again. */
    public void pushBack(List<Line> lines) {
        lines.reversed().forEach(pushedBack::push);
    }

    private Line line(int first) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean tooLong = false;
        for (int c = first; c != END && c != '\n'; c = read()) {
            if (c == '\r') {
                skipLineFeed();
                break;
            }
            tooLong |= line.length() >= LONGEST;
            if (!tooLong) {
                line.append((char) c);
            }
        }
        return new Line(number, tooLong ? "" : line.toString(), tooLong);
    }

    private void skipLineFeed() throws IOException {
        if (read() != '\n') {
            position = Math.max(0, position - 1);
        }
    }

    private int read() throws IOException {
        if (position >= filled) {
            filled = text.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                position = 1; // so that giving a character back after the end gives nothing
                return END;
            }
        }
        return buffer[position++];
    }
}
