// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks what the entries themselves say: one form, each event once, each source without holes, commitments kept. */
final class EntryCheck {
    private static final Pattern ENTRY = Pattern.compile("\\{\"aggregate\":\"(?<aggregate>[a-z-]+)\","
            + "\"aggregateId\":\"(?<id>[0-9a-f-]{36})\",\"commitment\":\"(?<commitment>[A-Za-z0-9+/]{43}=)\","
            + "\"eventId\":\"(?<event>[0-9a-f-]{36})\",\"sequence\":(?<sequence>[1-9][0-9]{0,15}),"
            + "\"time\":\"[0-9T:.Z+-]+\",\"type\":\"[a-z0-9.-]+\",\"v\":1\\}");

    private EntryCheck() {}

    /** Returns what a person should look at, one line each: sources with events missing in between. */
    static List<String> check(List<byte[]> entries) throws Broken {
        Set<String> events = new HashSet<>();
        Map<String, TreeSet<Long>> sequences = new TreeMap<>();
        for (int index = 0; index < entries.size(); index++) {
            Matcher entry = read(entries.get(index));
            Broken.unless(entry.matches(), "entry " + index + " does not have the form of one");
            Broken.unless(events.add(entry.group("event")), "the event of entry " + index + " is in the log twice");
            sequences
                    .computeIfAbsent(entry.group("aggregate") + ":" + entry.group("id"), s -> new TreeSet<>())
                    .add(Long.parseLong(entry.group("sequence")));
        }
        List<String> holes = new ArrayList<>();
        sequences.forEach((source, seen) -> {
            if (seen.last() != seen.size()) {
                holes.add(source + ": " + seen.size() + " events, but the last has sequence " + seen.last());
            }
        });
        return holes;
    }

    /** That {@code event} is what the entry was written for. */
    static void checkCommitment(byte[] entry, byte[] event, String keyBase64) throws Broken {
        Matcher parts = read(entry);
        Broken.unless(parts.matches(), "the entry does not have the form of one");
        byte[] key = SignedHead.decodeExactly(keyBase64.strip());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String commitment = Base64.getEncoder().encodeToString(mac.doFinal(event));
            Broken.unless(commitment.equals(parts.group("commitment")), "the entry was written for another event");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Matcher read(byte[] entry) {
        return ENTRY.matcher(new String(entry, StandardCharsets.UTF_8));
    }
}
