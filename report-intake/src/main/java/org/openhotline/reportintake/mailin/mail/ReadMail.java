// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.BodyHasher;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.openhotline.contracts.event.MailEvent.DroppedPart;
import org.openhotline.reportintake.guard.ContentGuard;
import org.openhotline.reportintake.mailin.IncomingMail;
import org.openhotline.reportintake.mailin.IncomingMail.Proof;
import org.openhotline.reportintake.mailin.MailReading;
import org.openhotline.reportintake.mailin.MailReading.Reason;

/**
 * Reads one mail from a stream. Its plain text parts are decoded, within bounds; of everything else the bytes run through
 * two digests, still encoded as they travelled, and are gone: one for the record, one for the sender's signature.
 */
final class ReadMail {
    /** Characters of text in all parts of one mail; more than can be stored as a note is refused later, with a better reason. */
    private static final int LONGEST_TEXT = 256 * 1024;

    static final long LARGEST = 64L * 1024 * 1024;
    private static final int MOST_PARTS = 200;

    private static final List<String> ALWAYS_SIGNED = List.of("from", "to", "message-id", "content-type");
    private static final List<String> HOW_TO_READ =
            List.of("content-type", "content-transfer-encoding", "content-disposition");

    private static final MimeConfig BOUNDS = MimeConfig.custom()
            .setMaxHeaderCount(500)
            .setMaxHeaderLen(64 * 1024)
            .setMaxLineLen(128 * 1024)
            .setMaxContentLen(LARGEST)
            .build();

    private final String address;
    private final PublicKeyRecordRetriever keys;
    private final Predicate<String> isListed;

    /**
     * @param address of the mailbox; a mail to somebody else proves nothing here
     * @param isListed whether anybody takes reports from this address; of others no key is looked up
     */
    ReadMail(String address, PublicKeyRecordRetriever keys, Predicate<String> isListed) {
        this.address = address.toLowerCase(Locale.ROOT);
        this.keys = keys;
        this.isListed = isListed;
    }

    /**
     * @throws IOException where the mailbox breaks
     * @throws TempFailException where the sender's key cannot be looked up now; the mail is to be tried again later
     */
    MailReading read(InputStream raw) throws IOException, TempFailException {
        Optional<MailHeader> header = MailHeader.read(raw);
        if (header.isEmpty()) {
            return new MailReading.Unreadable("no header", Reason.MALFORMED, List.of());
        }
        List<DroppedPart> dropped = new ArrayList<>();
        try {
            return read(header.get(), raw, dropped);
        } catch (MimeException | IllegalArgumentException | IllegalStateException e) {
            return new MailReading.Unreadable(header.get().key(), Reason.MALFORMED, dropped);
        } catch (TooLarge e) {
            return new MailReading.Unreadable(header.get().key(), Reason.TOO_LARGE, dropped);
        } catch (MailboxBroke e) {
            throw e;
        } catch (IOException e) {
            return new MailReading.Unreadable(header.get().key(), Reason.MALFORMED, dropped);
        }
    }

    private MailReading read(MailHeader header, InputStream raw, List<DroppedPart> dropped)
            throws IOException, MimeException, TempFailException {
        DKIMVerifier verifier = new DKIMVerifier(keys);
        Optional<String> from = header.from();
        Optional<BodyHasher> hasher = from.isPresent() && isListed.test(from.get())
                ? hasher(verifier, new OwnSignatures(header, domain(from.get())))
                : Optional.empty();
        InputStream body = new Copying(
                raw, hasher.map(BodyHasher::getOutputStream).orElseGet(OutputStream::nullOutputStream), LARGEST);
        String text = text(header, body, dropped);
        body.transferTo(OutputStream.nullOutputStream());
        body.close();
        Optional<String> messageId = header.messageId();
        if (from.isEmpty() || messageId.isEmpty()) {
            return new MailReading.Unreadable(header.key(), Reason.MALFORMED, dropped);
        }
        Proof proof = hasher.isPresent() ? proof(verifier, hasher.get(), header, from.get()) : Proof.NOT_PROVEN;
        return new MailReading.Mail(new IncomingMail(messageId.get(), from.get(), proof, text, dropped));
    }

    private static String text(MailHeader header, InputStream body, List<DroppedPart> dropped)
            throws IOException, MimeException {
        StringBuilder text = new StringBuilder();
        MimeTokenStream parts = new MimeTokenStream(BOUNDS);
        parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
        parts.parse(new SequenceInputStream(new ByteArrayInputStream(header.bytes()), body));
        Disposition disposition = new Disposition();
        int count = 0;
        for (EntityState state = parts.getState(); state != EntityState.T_END_OF_STREAM; state = parts.next()) {
            switch (state) {
                case T_START_HEADER -> disposition = new Disposition();
                case T_FIELD ->
                    disposition.see(parts.getField().getName(), parts.getField().getBody());
                case T_BODY -> {
                    if (++count > MOST_PARTS) {
                        throw new TooLarge();
                    }
                    boolean isText = parts.getBodyDescriptor().getMimeType().equalsIgnoreCase("text/plain")
                            && !disposition.isAttachment;
                    if (isText) {
                        append(text, decoded(parts, LONGEST_TEXT - text.length()));
                    } else {
                        dropped.add(dropped(parts));
                    }
                }
                default -> {
                    // headers, preambles and boundaries say nothing that is kept
                }
            }
        }
        return text.toString().strip();
    }

    private static void append(StringBuilder text, String part) {
        if (!text.isEmpty() && !part.isBlank()) {
            text.append('\n');
        }
        text.append(part);
    }

    private static String decoded(MimeTokenStream parts, int most) throws IOException {
        byte[] bytes = parts.getDecodedInputStream().readNBytes(Math.max(0, most) + 1);
        if (bytes.length > most) {
            throw new TooLarge();
        }
        return new String(bytes, charset(parts.getBodyDescriptor().getCharset()));
    }

    private static Charset charset(String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** The raw stream is as it travelled: nothing is decoded. */
    private static DroppedPart dropped(MimeTokenStream parts) throws IOException {
        DigestInputStream digested = new DigestInputStream(parts.getInputStream(), sha256());
        long size = digested.transferTo(OutputStream.nullOutputStream());
        return new DroppedPart(
                ContentGuard.type(parts.getBodyDescriptor().getMimeType()),
                size,
                HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    }

    private static Optional<BodyHasher> hasher(DKIMVerifier verifier, Headers header) throws TempFailException {
        try {
            return Optional.ofNullable(verifier.newBodyHasher(header));
        } catch (TempFailException e) {
            throw e;
        } catch (FailException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Proof proof(DKIMVerifier verifier, BodyHasher hasher, MailHeader header, String from)
            throws TempFailException {
        try {
            List<SignatureRecord> valid = verifier.verify(hasher);
            boolean proven = valid != null && valid.stream().anyMatch(signature -> stands(signature, header, from));
            return proven ? Proof.PROVEN : Proof.NOT_PROVEN;
        } catch (TempFailException e) {
            throw e;
        } catch (FailException | RuntimeException e) {
            return Proof.NOT_PROVEN;
        }
    }

    /**
     * Of the sender's own domain, over the whole body (no {@code l=}), over who wrote it to whom, its Message-ID and all
     * that says how it is to be read. To us: whoever gets a signed mail could send it here otherwise.
     */
    private boolean stands(SignatureRecord signature, MailHeader header, String from) {
        List<String> signed = signature.getHeaders().stream()
                .map(name -> name.toString().toLowerCase(Locale.ROOT).strip())
                .toList();
        return signature.getDToken().toString().toLowerCase(Locale.ROOT).equals(domain(from))
                && signature.getBodyHashLimit() < 0
                && signed.containsAll(ALWAYS_SIGNED)
                && HOW_TO_READ.stream().allMatch(name -> isOnceAndSigned(name, header, signed))
                && header.recipients().contains(address);
    }

    private static boolean isOnceAndSigned(String name, MailHeader header, List<String> signed) {
        int count = header.getFields(name).size();
        return count == 0 || count == 1 && signed.contains(name);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Disposition {
        private boolean isAttachment;

        void see(String name, String body) {
            if (name.equalsIgnoreCase("Content-Disposition")) {
                isAttachment = !body.strip().toLowerCase(Locale.ROOT).startsWith("inline");
            }
        }
    }

    /** More than is read of any mail. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The connection's trouble and not the mail's, which is to be tried again. */
    private static final class MailboxBroke extends IOException {
        private static final long serialVersionUID = 1L;

        MailboxBroke(IOException cause) {
            super(cause);
        }
    }

    /** Hands each byte that is read to the signature's digest too. */
    private static final class Copying extends InputStream {
        private final InputStream in;
        private final OutputStream copy;
        private long left;
        private boolean isClosed;

        Copying(InputStream in, OutputStream copy, long most) {
            this.in = in;
            this.copy = copy;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = readFromMailbox(bytes, offset, length);
            if (count > 0) {
                copy.write(bytes, offset, count);
                left -= count;
                if (left < 0) {
                    throw new TooLarge();
                }
            }
            return count;
        }

        private int readFromMailbox(byte[] bytes, int offset, int length) throws MailboxBroke {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                throw new MailboxBroke(e);
            }
        }

        /** Once: a digest that is closed twice counts the blanks at the very end twice. */
        @Override
        public void close() throws IOException {
            if (!isClosed) {
                isClosed = true;
                copy.close();
            }
        }
    }
}
