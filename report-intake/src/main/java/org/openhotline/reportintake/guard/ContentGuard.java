// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.guard;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of words what could be a file: {@code data:} addresses (RFC 2397) and long runs of base64 (RFC 4648), also
 * where they are folded over lines. They are neither decoded nor kept; a note of type and size stays in their place.
 */
public final class ContentGuard {
    /**
     * Characters of base64 from which a run is taken for a file. A SHA-512 in hexadecimal has 128 and passes; the smallest
     * photo-like picture that the image library of the JDK writes (8 by 8 points, worst quality) has over 800, see the test.
     */
    public static final int LONGEST_RUN = 200;

    /** Mail and tools fold base64 after 60 to 76 characters; shorter words in a row are words. */
    private static final int SHORTEST_FOLD = 40;

    /** Different characters in a run; a file has all sixteen of hexadecimal at least, somebody leaning on a key has not. */
    private static final int FEWEST_LETTERS = 12;

    private static final int MEDIA_TYPE_SHOWN = 60;

    /** The data of a folded address goes on in the next line where that is nothing but base64. */
    private static final Pattern DATA_ADDRESS = Pattern.compile(
            "(?i)(?<!\\[removed: )data:\\s?(?:([a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100})((?:;[^;,\\s]{0,200}+){0,10}+)"
                    + "|((?:;(?!base64,)[^;,\\s]{0,200}+){0,9}+;base64)),([^\\s\"'<>]*+(?:[ \\t]*+\\R[ \\t>]*+[A-Za-z0-9+/_=-]{"
                    + SHORTEST_FOLD + ",}+)*+(?:[ \\t]*+\\R[ \\t>]*+[A-Za-z0-9+/_-]*+={1,2})?+)");

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{" + SHORTEST_FOLD
            + ",}+=*+(?:[ \\t]*+(?:\\R|\\\\n)[ \\t>]*+[A-Za-z0-9+/_-]{" + SHORTEST_FOLD
            + ",}+=*+)*+(?:[ \\t]*+(?:\\R|\\\\n)[ \\t>]*+[A-Za-z0-9+/_-]++={1,2}+)?+");

    /** Hashes of 16 to 64 bytes, one after the other, are what we want to be told. */
    private static final Pattern HASHES = Pattern.compile("(?i)[0-9a-f]{40,128}+(?:\\s[\\s>]*+[0-9a-f]{40,128}+)*+");

    private ContentGuard() {}

    /** The words without what could be a file. */
    public static String cleaned(String text) {
        return withoutRuns(withoutDataAddresses(text));
    }

    /** The note that stays in place of something that was removed. @param type in words, for example a media type */
    public static String note(String type, long bytes) {
        return "[removed: " + type + ", " + size(bytes) + "]";
    }

    /** A media type as sent, where it is one that can be shown. */
    public static String type(String given) {
        String type = given.toLowerCase(Locale.ROOT).strip();
        boolean shown = type.length() <= MEDIA_TYPE_SHOWN && type.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");
        return shown ? type : "unknown type";
    }

    /** Bytes that so many characters of base64 stand for. */
    public static long decodedSize(long base64) {
        return base64 / 4 * 3 + base64 % 4 * 3 / 4;
    }

    private static String withoutDataAddresses(String text) {
        return DATA_ADDRESS.matcher(text).replaceAll(found -> {
            String parameters = found.group(2) == null ? found.group(3) : found.group(2);
            boolean base64 = parameters.toLowerCase(Locale.ROOT).endsWith(";base64");
            long length = found.group(4).chars().filter(c -> c > ' ').count();
            String type = found.group(1) == null ? "unknown type" : type(found.group(1));
            return Matcher.quoteReplacement(note("data:" + type, base64 ? decodedSize(length) : length));
        });
    }

    private static String withoutRuns(String text) {
        return RUN.matcher(text).replaceAll(found -> {
            long length = found.group().chars().filter(c -> c > ' ' && c != '>').count();
            boolean stays = length < LONGEST_RUN
                    || found.group().chars().distinct().count() < FEWEST_LETTERS
                    || HASHES.matcher(found.group()).matches();
            return Matcher.quoteReplacement(stays ? found.group() : note("base64", decodedSize(length)));
        });
    }

    private static String size(long bytes) {
        return bytes < 1000 ? bytes + " B" : Math.round(bytes / 1000.0) + " kB";
    }
}
