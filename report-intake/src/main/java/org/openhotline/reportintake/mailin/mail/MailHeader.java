// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.jdkim.api.Headers;

/** The header of a mail, byte by byte as it came, which is what was signed. */
final class MailHeader implements Headers {
    private static final int LONGEST = 256 * 1024;
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,10}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"");
    private static final int LONGEST_MESSAGE_ID = 900;

    private final byte[] bytes;
    private final List<String> fields;

    private MailHeader(byte[] bytes) {
        this.bytes = bytes;
        this.fields = fields(new String(bytes, ISO_8859_1));
    }

    /** Reads to the blank line, which stays with the header; empty where it does not come in time. */
    static Optional<MailHeader> read(InputStream raw) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int lineLength = 0;
        for (int c = raw.read(); c >= 0 && header.size() < LONGEST; c = raw.read()) {
            header.write(c);
            if (c == '\n' && lineLength == 0) {
                return Optional.of(new MailHeader(header.toByteArray()));
            }
            lineLength = c == '\n' ? 0 : c == '\r' ? lineLength : lineLength + 1;
        }
        return Optional.empty();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public List<String> getFields() {
        return List.copyOf(fields);
    }

    @Override
    public List<String> getFields(String name) {
        return fields.stream()
                .filter(field -> name(field).equalsIgnoreCase(name))
                .toList();
    }

    /** The one address in the one From line; anything else could show a person one and prove another. */
    Optional<String> from() {
        return only("From").flatMap(value -> {
            String bracketed = value.contains("<")
                    ? value.substring(value.lastIndexOf('<') + 1).replace(">", "")
                    : value;
            String address = bracketed.strip();
            boolean plain = ADDRESS.matcher(address).matches() && addresses(value) == 1;
            return plain ? Optional.of(address.toLowerCase(Locale.ROOT)) : Optional.empty();
        });
    }

    /** The addresses in the one To line, in small letters; what stands in quotes is a name. */
    Set<String> recipients() {
        String value = QUOTED.matcher(only("To").orElse("")).replaceAll(" ");
        return ADDRESS.matcher(value)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<String> messageId() {
        return only("Message-ID").map(String::strip).filter(id -> !id.isEmpty() && id.length() <= LONGEST_MESSAGE_ID);
    }

    /** What tells this mail from others, whatever it looks like: a digest, since anybody can copy a Message-ID. */
    String key() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long addresses(String value) {
        Matcher matcher = ADDRESS.matcher(value);
        return matcher.results().count();
    }

    private Optional<String> only(String name) {
        List<String> all = getFields(name);
        return all.size() == 1
                ? Optional.of(
                        FOLD.matcher(all.getFirst().substring(all.getFirst().indexOf(':') + 1))
                                .replaceAll(" "))
                : Optional.empty();
    }

    private static String name(String field) {
        int colon = field.indexOf(':');
        return colon < 0 ? "" : field.substring(0, colon).stripTrailing(); // as the reader of the parts does
    }

    /** Each field with its folded lines and without its last line end. */
    private static List<String> fields(String header) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (String line : header.split("\n", -1)) {
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            boolean goesOn = !bare.isEmpty() && (bare.charAt(0) == ' ' || bare.charAt(0) == '\t');
            if (goesOn && !field.isEmpty()) {
                field.append("\r\n").append(bare);
                continue;
            }
            if (!field.isEmpty()) {
                fields.add(field.toString());
            }
            field.setLength(0);
            field.append(bare);
        }
        return fields;
    }
}
