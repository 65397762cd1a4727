// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one HTTP/1.1 answer (RFC 9112) from a connection that is closed after it, within limits. */
final class HttpAnswerReader {
    private static final int MAX_HEAD = 16 * 1024;
    private static final String BROKEN = "the answer is not proper HTTP";

    private final InputStream in;
    private final int maxBody;
    private int headBytes;

    HttpAnswerReader(InputStream in, int maxBody) {
        this.in = in;
        this.maxBody = maxBody;
    }

    HttpAnswer read() throws IOException, LookupFailed {
        int status;
        Map<String, String> headers;
        do {
            status = status(line());
            headers = headers();
        } while (status < 200);
        return new HttpAnswer(status, headers, status == 200 ? body(headers) : new byte[0]);
    }

    private static int status(String line) throws LookupFailed {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new LookupFailed(BROKEN);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException, LookupFailed {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line() throws IOException, LookupFailed {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || ++headBytes > MAX_HEAD) {
                throw new LookupFailed(BROKEN);
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private byte[] body(Map<String, String> headers) throws IOException, LookupFailed {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String length = headers.getOrDefault("content-length", "");
        if (headers.containsKey("transfer-encoding")) {
            readChunks(headers.get("transfer-encoding"), body);
        } else if (length.isEmpty()) {
            copy(body, maxBody + 1L, false);
        } else {
            copy(body, number(length, 10), true);
        }
        return body.toByteArray();
    }

    private void readChunks(String coding, ByteArrayOutputStream body) throws IOException, LookupFailed {
        if (!coding.equalsIgnoreCase("chunked")) {
            throw new LookupFailed(BROKEN);
        }
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            copy(body, size, true);
            if (!line().isEmpty()) {
                throw new LookupFailed(BROKEN);
            }
        }
    }

    private long chunkSize() throws IOException, LookupFailed {
        return number(line().replaceFirst(";.*", "").strip(), 16);
    }

    private void copy(ByteArrayOutputStream body, long count, boolean exactly) throws IOException, LookupFailed {
        if (exactly && body.size() + count > maxBody) {
            throw new LookupFailed("the answer is larger than allowed");
        }
        byte[] read = in.readNBytes((int) count);
        body.write(read);
        if (exactly && read.length < count) {
            throw new LookupFailed("the answer ended early");
        }
        if (body.size() > maxBody) {
            throw new LookupFailed("the answer is larger than allowed");
        }
    }

    private static long number(String text, int radix) throws LookupFailed {
        if (!text.matches(radix == 16 ? "[0-9A-Fa-f]{1,8}" : "[0-9]{1,10}")) {
            throw new LookupFailed(BROKEN);
        }
        return Long.parseLong(text, radix);
    }
}
