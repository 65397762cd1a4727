// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks an audit log without trusting the system that keeps it.
 *
 * <p>This one file is the whole program. It needs a Java 25 and nothing else, and was written from the public
 * specifications alone: RFC 6962 (the tree), C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles, tlog-proof
 * and tlog-witness (files, signatures, witnesses), RFC 8785 (the one way to write an entry). It shares no code with the
 * log, so a mistake there cannot hide itself here.
 *
 * <p>The idea in short. Each step of the hotline is an <i>entry</i>, a line of text. All entries are hashed together in
 * pairs, the hashes again in pairs, until one hash is left: the <i>root</i>. Whoever changes, drops or adds an entry gets
 * another root. The log signs the root and the number of entries: a <i>checkpoint</i>. Others, the <i>witnesses</i>, sign
 * it too, after they have made sure that the log has only grown since they last looked. A <i>receipt</i> shows with a
 * few hashes that one entry is below a signed root. The entry itself tells little: what it commits to, the <i>event</i>,
 * is kept elsewhere and can be erased without harm to the tree.
 *
 * <p>Reading order: 1 the command; 2 hashes and the tree; 3 proofs; 4 keys and signatures; 5 checkpoints; 6 who must have
 * signed; 7 receipts; 8 entries; 9 numbering without holes; 10 where a log is read from; 11 the whole log; 12 the case
 * file; 13 being a witness; 14 small things.
 */
public final class AuditVerifier {

    // ------------------------------------------------------------------------------------------------------------
    // 1. The command
    // ------------------------------------------------------------------------------------------------------------

    private static final String USAGE = """
            Checks an audit log without trusting the system that keeps it. Needs Java 25 and nothing else.

            Call it as   java AuditVerifier.java COMMAND ...   or   java -jar audit-verifier.jar COMMAND ...

              case CASEFILE POLICY            everything in a case file: the .zip as it was handed over, or the folder
                                              that it was unpacked to
              log LOG POLICY [OPTIONS]        a whole log: a folder, a .zip of that folder, or the address below which
                                              it is served, as https://hotline.example/audit/tlog/
                  --older FILE                that it has grown out of the checkpoint in FILE; may be given repeatedly
                  --state FILE                that it has grown out of what FILE remembers of the last time; if all is
                                              well FILE then remembers this time
                  --token-file FILE           holds the bearer token for the address
                  --tree-only                 without the entries, where you may not see them
              receipt PROOF ENTRY POLICY      that PROOF, a .tlog-proof file, shows ENTRY to be in the log
              event ENTRY EVENT KEY           that ENTRY was written for EVENT, whose key is KEY (a file, or the key
                                              itself); EVENT is the file byte for byte
              checkpoint FILE POLICY          that everybody who must has signed the checkpoint in FILE
              grown OLDER NEWER PROOF POLICY  that PROOF, lines of base64, shows checkpoint NEWER to have grown out of
                                              checkpoint OLDER

              witness FOLDER [HOST:]PORT      watches other people's logs: see the folder's files witness.key (from
                                              make-key) and logs (a line "log VERIFIER-KEY" for each log)
              make-key NAME FILE [--ml-dsa]   makes the keys of a witness and prints what others put into their policy
              source                          prints the source of this program, one file to read or to run

            POLICY is a file that says who must have signed, or the log's verifier key in quotation marks if only the
            log must. Get it from somebody you trust and not from whoever hands you the log. Its lines:
              log VERIFIER-KEY                the log
              require VERIFIER-KEY            another key that must have signed, such as the log's second one
              witness NAME VERIFIER-KEY       somebody who watches the log
              group NAME any|all|NUMBER MEMBER ...   how many of these witnesses or groups it takes
              quorum NAME                     the witness or group that must have signed; or: quorum none
              missing SOURCE NUMBER           an event whose absence has been explained to you
              # and a remark

            Prints a line that begins with OK, or with BROKEN and one sentence saying what is wrong and where. Lines
            with "note:" say what to know besides. Exit code 0: OK; 1: BROKEN; 2: called wrongly, or could not read.
            """;

    private AuditVerifier() {}

    /** Runs the command and ends with its exit code. */
    public static void main(String[] arguments) {
        int code;
        try {
            System.out.println(run(List.of(arguments)));
            code = 0;
        } catch (Broken e) {
            System.err.println("BROKEN: " + e.getMessage());
            code = 1;
        } catch (NoSuchFileException e) {
            System.err.println("cannot read " + e.getFile() + ": there is no such file");
            code = 2;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("cannot go on: " + e.getMessage());
            code = 2;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            code = 2;
        }
        System.exit(code);
    }

    /**
     * Runs the command.
     *
     * @return what was found to be in order
     * @throws Broken where something is not; its message is one sentence
     * @throws IllegalArgumentException where called wrongly
     */
    public static String run(List<String> arguments) throws Broken, IOException {
        Call call = Call.parse(arguments);
        return switch (call.command()) {
            case "log" -> log(call);
            case "case" -> {
                call.expect(2);
                yield CaseFile.read(call.path(0)).check(call.policy(1));
            }
            case "receipt" -> receipt(call);
            case "event" -> event(call);
            case "checkpoint" -> checkpoint(call);
            case "grown" -> grown(call);
            case "witness" -> witness(call);
            case "make-key" -> {
                call.expect(2, "--ml-dsa");
                yield CosigningKey.make(call.text(0), call.path(1), call.has("--ml-dsa"));
            }
            case "source" -> source();
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static String log(Call call) throws Broken, IOException {
        call.expect(2, "--older", "--state", "--token-file", "--tree-only");
        Policy policy = call.policy(1);
        List<Path> older = new ArrayList<>(call.paths("--older"));
        Optional<Path> state = call.paths("--state").stream().findFirst();
        state.filter(Files::exists).ifPresent(older::add);
        try (Place place = Place.of(call.text(0), call.paths("--token-file"))) {
            WholeLog log = new WholeLog(place, policy, !call.has("--tree-only"));
            for (Path file : older) {
                log.hasGrownFrom(file.toString(), Files.readAllBytes(file));
            }
            String found = log.check();
            if (state.isPresent()) {
                Durable.replace(state.get(), log.checkpoint().note().bytes());
            }
            return found;
        }
    }

    private static String receipt(Call call) throws Broken, IOException {
        call.expect(3);
        Receipt receipt = Receipt.parse(call.text(0), call.bytes(0));
        List<String> notes = receipt.check(call.bytes(1), call.policy(2));
        return withNotes(
                "OK: the entry is number " + receipt.index() + " of the log "
                        + receipt.checkpoint().origin() + ", counting from 0, which had "
                        + receipt.checkpoint().size() + " entries then",
                notes);
    }

    private static String event(Call call) throws Broken, IOException {
        call.expect(3);
        byte[] entry = call.bytes(0);
        String key = Files.exists(call.path(2)) ? new String(call.bytes(2), UTF_8).strip() : call.text(2);
        Entry.parse(() -> call.text(0), entry, 0, entry.length).commitsTo(call.text(0), call.bytes(1), key);
        return "OK: the entry was written for this event";
    }

    private static String checkpoint(Call call) throws Broken, IOException {
        call.expect(2);
        Checkpoint checkpoint = Checkpoint.parse(call.text(0), call.bytes(0));
        List<String> notes = call.policy(1).check(call.text(0), checkpoint);
        return withNotes(
                "OK: " + checkpoint.origin() + " had " + checkpoint.size() + " entries, signed by all who must", notes);
    }

    private static String grown(Call call) throws Broken, IOException {
        call.expect(4);
        Policy policy = call.policy(3);
        Checkpoint older = Checkpoint.parse(call.text(0), call.bytes(0));
        Checkpoint newer = Checkpoint.parse(call.text(1), call.bytes(1));
        policy.checkLog(call.text(0), older);
        List<String> notes = policy.check(call.text(1), newer);
        List<byte[]> proof = new ArrayList<>();
        for (String line : new String(call.bytes(2), UTF_8).lines().toList()) {
            proof.add(Text.hash(call.text(2), line));
        }
        Broken.unless(
                Proof.isPrefix(older.size(), newer.size(), proof, older.root(), newer.root()),
                call.text(2) + " does not show that the checkpoint of " + newer.size()
                        + " entries has grown out of the one of " + older.size());
        return withNotes("OK: grown from " + older.size() + " to " + newer.size() + " entries", notes);
    }

    private static String witness(Call call) throws Broken, IOException {
        call.expect(2);
        String[] address = call.text(1).split(":(?=[0-9]+$)", 2);
        String host = address.length == 2 ? address[0] : "localhost";
        try (Witness witness = new Witness(call.path(0), Clock.systemUTC(), () -> {})) {
            int port = witness.serve(new InetSocketAddress(host, Integer.parseInt(address[address.length - 1])));
            System.out.println("watching at http://" + host + ":" + port + "/add-checkpoint");
            Thread.currentThread().join();
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "OK: stopped";
        }
    }

    /** This file, without its package line, so that it can be run from anywhere. */
    public static String source() throws IOException {
        try (InputStream source = AuditVerifier.class.getResourceAsStream("AuditVerifier.java")) {
            if (source == null) {
                throw new IllegalArgumentException("you are running the source");
            }
            return new String(source.readAllBytes(), UTF_8).replaceFirst("(?m)^package .*\n\n", "");
        }
    }

    private static String withNotes(String found, List<String> notes) {
        return found + notes.stream().map(note -> "\nnote: " + note).collect(Collectors.joining());
    }

    /** What was typed: a command, what it works on, and its options. */
    private record Call(String command, List<String> operands, Map<String, List<String>> options) {
        private static final Set<String> FLAGS = Set.of("--tree-only", "--ml-dsa");

        static Call parse(List<String> arguments) {
            List<String> operands = new ArrayList<>();
            Map<String, List<String>> options = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (!argument.startsWith("--")) {
                    operands.add(argument);
                } else if (FLAGS.contains(argument)) {
                    options.put(argument, List.of());
                } else if (i + 1 < arguments.size()) {
                    i++;
                    options.computeIfAbsent(argument, o -> new ArrayList<>()).add(arguments.get(i));
                } else {
                    throw new IllegalArgumentException(argument + " needs a value\n\n" + USAGE);
                }
            }
            String command = operands.isEmpty() ? "" : operands.removeFirst();
            return new Call(command, operands, options);
        }

        void expect(int count, String... allowed) {
            if (operands.size() != count || !Set.of(allowed).containsAll(options.keySet())) {
                throw new IllegalArgumentException("\"" + command + "\" is not called like this\n\n" + USAGE);
            }
        }

        boolean has(String option) {
            return options.containsKey(option);
        }

        String text(int operand) {
            return operands.get(operand);
        }

        Path path(int operand) {
            return Path.of(text(operand));
        }

        List<Path> paths(String option) {
            return options.getOrDefault(option, List.of()).stream()
                    .map(Path::of)
                    .toList();
        }

        byte[] bytes(int operand) throws IOException {
            return Files.readAllBytes(path(operand));
        }

        Policy policy(int operand) throws IOException {
            String text = text(operand).strip();
            boolean isKey = text.contains("+") && !Files.exists(path(operand));
            return isKey
                    ? Policy.parse("log " + text + "\nquorum none\n")
                    : Policy.parse(Files.readString(path(operand)));
        }
    }

    /** Something does not check out. The message is one sentence that says what and where. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Broken(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }

        static void unless(boolean holds, String message) throws Broken {
            if (!holds) {
                throw new Broken(message);
            }
        }

        /** For what is asked of every entry: the sentence is only made where it is needed. */
        static void unless(boolean holds, Supplier<String> message) throws Broken {
            if (!holds) {
                throw new Broken(message.get());
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 2. Hashes and the tree (RFC 6962, section 2.1)
    // ------------------------------------------------------------------------------------------------------------

    /** SHA-256 with a byte in front that keeps leaves and inner nodes apart. */
    static final class Hash {
        static final int LENGTH = 32;
        private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(() -> {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        });

        static final byte[] OF_EMPTY_TREE = sha256();

        private Hash() {}

        static byte[] sha256(byte[]... parts) {
            MessageDigest digest = SHA_256.get();
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        }

        static byte[] leaf(byte[] entry) {
            return sha256(new byte[] {0}, entry);
        }

        static byte[] node(byte[] left, byte[] right) {
            return sha256(new byte[] {1}, left, right);
        }

        /** Hashes the entry at {@code from} into {@code row} at {@code place}. */
        static void leaf(byte[] bytes, int from, int length, byte[] row, int place) {
            MessageDigest digest = SHA_256.get();
            digest.update((byte) 0);
            digest.update(bytes, from, length);
            finish(digest, row, place);
        }

        /**
         * The root over the first {@code count} hashes of {@code row}, at least one. Neighbours are joined, row by row;
         * one without a neighbour moves up as it is, which is the same tree as splitting at the largest power of two.
         */
        static byte[] root(byte[] row, int count) {
            byte[] rest = Arrays.copyOf(row, count * LENGTH);
            MessageDigest digest = SHA_256.get();
            for (int width = count; width > 1; width = (width + 1) / 2) {
                for (int left = 0; left + 1 < width; left += 2) {
                    digest.update((byte) 1);
                    digest.update(rest, left * LENGTH, 2 * LENGTH);
                    finish(digest, rest, left / 2);
                }
                if (width % 2 == 1) {
                    System.arraycopy(rest, (width - 1) * LENGTH, rest, width / 2 * LENGTH, LENGTH);
                }
            }
            return Arrays.copyOf(rest, LENGTH);
        }

        private static void finish(MessageDigest digest, byte[] row, int place) {
            try {
                digest.digest(row, place * LENGTH, LENGTH);
            } catch (DigestException e) {
                throw new IllegalStateException("there is room for a hash", e);
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 3. Proofs (RFC 6962, sections 2.1.1 and 2.1.2)
    // ------------------------------------------------------------------------------------------------------------

    /**
     * Follows proofs from the top down: a tree of more than one leaf splits at the largest power of two below its size,
     * and the last hash of a proof is the child that the rest of the proof is not about.
     */
    static final class Proof {
        private Proof() {}

        /** Whether {@code proof} leads from {@code leaf} at {@code index} to the root of a tree of {@code size} leaves. */
        static boolean includes(long index, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
            if (index < 0 || index >= size) {
                return false;
            }
            Deque<byte[]> rest = new ArrayDeque<>(proof);
            return rootFrom(index, size, leaf, rest)
                            .filter(r -> Arrays.equals(r, root))
                            .isPresent()
                    && rest.isEmpty();
        }

        private static Optional<byte[]> rootFrom(long index, long size, byte[] leaf, Deque<byte[]> proof) {
            if (size == 1) {
                return Optional.of(leaf);
            }
            if (proof.isEmpty()) {
                return Optional.empty();
            }
            byte[] other = proof.removeLast();
            long left = split(size);
            return index < left
                    ? rootFrom(index, left, leaf, proof).map(below -> Hash.node(below, other))
                    : rootFrom(index - left, size - left, leaf, proof).map(below -> Hash.node(other, below));
        }

        /** Whether {@code proof} shows that a tree of {@code older} leaves, at least one, is the beginning of a newer one. */
        static boolean isPrefix(long older, long newer, List<byte[]> proof, byte[] olderRoot, byte[] newerRoot) {
            return older > 0 && isPart(0, older, newer, proof, olderRoot, newerRoot);
        }

        /**
         * The general case, in which the older tree is that over the leaves from {@code start} to before {@code end}
         * (draft-ietf-plants-merkle-tree-certs, section 4.4).
         */
        static boolean isPart(long start, long end, long size, List<byte[]> proof, byte[] partRoot, byte[] root) {
            if (start < 0 || end < start || end > size) {
                return false;
            }
            if (start == end) {
                return proof.isEmpty() && Arrays.equals(partRoot, Hash.OF_EMPTY_TREE);
            }
            Deque<byte[]> rest = new ArrayDeque<>(proof);
            return isSubtree(start, end)
                    && roots(start, end, size, Optional.of(partRoot), rest)
                            .filter(both -> Arrays.equals(both.part(), partRoot) && Arrays.equals(both.whole(), root))
                            .isPresent()
                    && rest.isEmpty();
        }

        /** What a proof leads to: the root of the part and that of the whole tree. */
        private record Roots(byte[] part, byte[] whole) {}

        /** @param known the root of the part, as long as the proof leaves it out because it is a whole subtree */
        private static Optional<Roots> roots(
                long start, long end, long size, Optional<byte[]> known, Deque<byte[]> proof) {
            if (start == 0 && end == size) {
                return known.or(() -> Optional.ofNullable(proof.pollLast())).map(root -> new Roots(root, root));
            }
            if (proof.isEmpty()) {
                return Optional.empty();
            }
            byte[] other = proof.removeLast();
            long left = split(size);
            if (end <= left) {
                return roots(start, end, left, known, proof).map(r -> new Roots(r.part(), Hash.node(r.whole(), other)));
            }
            if (start >= left) {
                return roots(start - left, end - left, size - left, known, proof)
                        .map(r -> new Roots(r.part(), Hash.node(other, r.whole())));
            }
            return roots(0, end - left, size - left, Optional.empty(), proof)
                    .map(r -> new Roots(Hash.node(other, r.part()), Hash.node(other, r.whole())));
        }

        /** A subtree starts at a multiple of the smallest power of two that holds its width. */
        static boolean isSubtree(long start, long end) {
            if (start < 0 || end <= start) {
                return false;
            }
            long width = end - start;
            long holds = width == 1 ? 1 : Long.highestOneBit(width - 1) << 1;
            return holds > 0 && start % holds == 0;
        }

        private static long split(long size) {
            return Long.highestOneBit(size - 1);
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 4. Keys and signatures (C2SP signed-note, tlog-cosignature)
    // ------------------------------------------------------------------------------------------------------------

    /** One signature line: whose it says to be, and the bytes. */
    record SignatureLine(String name, int keyId, byte[] signature) {
        private static final String DASH = "\u2014 ";
        private static final int ID_LENGTH = 4;

        /** @param line without its newline */
        static SignatureLine parse(String what, String line) throws Broken {
            String[] parts = line.split(" ", -1);
            Broken.unless(
                    line.startsWith(DASH) && parts.length == 3 && Key.isName(parts[1]),
                    what + ": the signature lines are malformed");
            byte[] bytes = Text.base64(what + ": the signature of " + parts[1], parts[2]);
            Broken.unless(bytes.length > ID_LENGTH, what + ": the signature of " + parts[1] + " is empty");
            return new SignatureLine(
                    parts[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length));
        }

        /** With its newline. */
        String text() {
            byte[] bytes = ByteBuffer.allocate(ID_LENGTH + signature.length)
                    .putInt(keyId)
                    .put(signature)
                    .array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
        }

        boolean isOf(Key key) {
            return name.equals(key.name()) && keyId == key.id();
        }

        /** When a cosigner says to have signed, in seconds since 1970; 0: it says nothing about when. */
        long time() {
            return signature.length < Long.BYTES
                    ? 0
                    : ByteBuffer.wrap(signature).getLong();
        }
    }

    /** A text, an empty line, and signature lines. Reading one says nothing about who signed it. */
    record Note(String text, List<SignatureLine> signatures) {
        private static final int MOST_SIGNATURES = 64;

        static Note parse(String what, byte[] bytes) throws Broken {
            String whole = Text.utf8(what, bytes);
            int split = whole.lastIndexOf("\n\n");
            Broken.unless(
                    split > 0 && whole.endsWith("\n") && whole.chars().noneMatch(c -> c < ' ' && c != '\n'),
                    what + " is not a text with signature lines below it");
            List<SignatureLine> signatures = new ArrayList<>();
            for (String line : whole.substring(split + 2).lines().toList()) {
                signatures.add(SignatureLine.parse(what, line));
            }
            Broken.unless(
                    !signatures.isEmpty() && signatures.size() <= MOST_SIGNATURES,
                    what + " has no signature, or more than " + MOST_SIGNATURES);
            return new Note(whole.substring(0, split + 1), signatures);
        }

        byte[] bytes() {
            return (text + "\n" + signatures.stream().map(SignatureLine::text).collect(Collectors.joining()))
                    .getBytes(UTF_8);
        }
    }

    /**
     * A public key with a name: {@code <name>+<id>+<base64 of type and key>}.
     *
     * @param type 1: Ed25519; 4: cosigns with Ed25519; 6: cosigns with ML-DSA-44
     */
    record Key(String name, byte type, byte[] bytes) {
        static final byte ED25519 = 1;
        static final byte ED25519_COSIGNER = 4;
        static final byte ML_DSA_COSIGNER = 6;

        /** What stands before the bare key in a SubjectPublicKeyInfo (RFC 8410, RFC 9881). */
        private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

        private static final byte[] ML_DSA_PREFIX =
                HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

        private static final int ED25519_LENGTH = 32;
        private static final int ML_DSA_LENGTH = 1312;

        /** @throws IllegalArgumentException unless in its one correct spelling */
        static Key parse(String text) {
            String[] parts = text.split("\\+", 3);
            if (parts.length != 3 || !isName(parts[0])) {
                throw new IllegalArgumentException("not a verifier key (name+id+key): " + text);
            }
            byte[] typed = Text.base64(parts[2])
                    .filter(bytes -> bytes.length > 1)
                    .orElseThrow(
                            () -> new IllegalArgumentException("the verifier key of " + parts[0] + " is not base64"));
            Key key = new Key(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
            boolean known = switch (key.type) {
                case ED25519, ED25519_COSIGNER -> key.bytes.length == ED25519_LENGTH;
                case ML_DSA_COSIGNER -> key.bytes.length == ML_DSA_LENGTH;
                default -> false;
            };
            if (!known) {
                throw new IllegalArgumentException("the verifier key of " + parts[0] + " is of no known kind");
            }
            if (!key.text().equals(text)) {
                throw new IllegalArgumentException(
                        "the verifier key of " + parts[0] + " and its id " + parts[1] + " do not belong together");
            }
            return key;
        }

        String text() {
            return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                    + Base64.getEncoder().encodeToString(typed());
        }

        int id() {
            byte[] named = (name + "\n").getBytes(UTF_8);
            return ByteBuffer.wrap(Hash.sha256(named, typed())).getInt();
        }

        /** The same key under another name, which gives it another id. */
        Key named(String other) {
            return new Key(other, type, bytes);
        }

        /** Whether this is a signature over the text as it is (type 1). */
        boolean verifies(String text, byte[] signature) {
            return type == ED25519 && verifies(text.getBytes(UTF_8), signature);
        }

        boolean verifies(Checkpoint checkpoint, byte[] signature) {
            if (type == ED25519) {
                return verifies(checkpoint.note().text(), signature);
            }
            if (signature.length <= Long.BYTES) {
                return false;
            }
            long time = ByteBuffer.wrap(signature).getLong();
            return time >= 0
                    && verifies(
                            cosigned(checkpoint, time), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        }

        /** The bytes that a cosigner signs (tlog-cosignature, "signed message"). @param time seconds since 1970 */
        byte[] cosigned(Checkpoint checkpoint, long time) {
            if (type == ED25519_COSIGNER) {
                return ("cosignature/v1\ntime " + time + "\n"
                                + checkpoint.note().text())
                        .getBytes(UTF_8);
            }
            byte[] label = "subtree/v1\n\0".getBytes(UTF_8);
            byte[] cosigner = name.getBytes(UTF_8);
            byte[] origin = checkpoint.origin().getBytes(UTF_8);
            return ByteBuffer.allocate(
                            label.length + 1 + cosigner.length + 1 + origin.length + 3 * Long.BYTES + Hash.LENGTH)
                    .put(label)
                    .put((byte) cosigner.length)
                    .put(cosigner)
                    .putLong(time)
                    .put((byte) origin.length)
                    .put(origin)
                    .putLong(0)
                    .putLong(checkpoint.size())
                    .put(checkpoint.root())
                    .array();
        }

        private boolean verifies(byte[] message, byte[] signature) {
            String algorithm = type == ML_DSA_COSIGNER ? "ML-DSA-44" : "Ed25519";
            byte[] prefix = type == ML_DSA_COSIGNER ? ML_DSA_PREFIX : ED25519_PREFIX;
            try {
                byte[] der = ByteBuffer.allocate(prefix.length + bytes.length)
                        .put(prefix)
                        .put(bytes)
                        .array();
                Signature check = Signature.getInstance(algorithm);
                check.initVerify(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
                check.update(message);
                return check.verify(signature);
            } catch (GeneralSecurityException e) {
                // Of a wrong length, or a key that is no point on the curve.
                return false;
            }
        }

        private byte[] typed() {
            return ByteBuffer.allocate(1 + bytes.length).put(type).put(bytes).array();
        }

        /** Not empty, no spaces, no plus sign; at most 255 bytes, which is what an ML-DSA cosignature can hold. */
        static boolean isName(String name) {
            int length = name.getBytes(UTF_8).length;
            return length > 0
                    && length < 256
                    && name.codePoints().noneMatch(c -> c <= ' ' || c == '+' || c == 0x85 || isSpace(c));
        }

        private static boolean isSpace(int codePoint) {
            return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
        }

        @Override
        public String toString() {
            return name + " (key " + HexFormat.of().toHexDigits(id()) + ")";
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 5. Checkpoints (C2SP tlog-checkpoint)
    // ------------------------------------------------------------------------------------------------------------

    /** What a log says of itself: its name (the origin), how many entries, the root over them, perhaps more lines. */
    record Checkpoint(Note note, String origin, long size, byte[] root, List<String> extensions) {
        private static final int LINES = 3;
        private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

        static Checkpoint parse(String what, byte[] bytes) throws Broken {
            return of(what, Note.parse(what, bytes));
        }

        static Checkpoint of(String what, Note note) throws Broken {
            List<String> lines = note.text().lines().toList();
            Broken.unless(
                    lines.size() >= LINES
                            && lines.stream().noneMatch(String::isEmpty)
                            && SIZE.matcher(lines.get(1)).matches(),
                    what + " is not a checkpoint (a name, a number of entries, a root)");
            byte[] root = Text.hash(what, lines.get(2));
            return new Checkpoint(
                    note, lines.get(0), Long.parseLong(lines.get(1)), root, lines.subList(LINES, lines.size()));
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 6. Who must have signed
    // ------------------------------------------------------------------------------------------------------------

    /**
     * Whom the person who checks believes. Signatures of anybody else are not looked at, as signed-note demands, and
     * do not count.
     *
     * @param witnesses by the name that the policy gives them
     * @param groups each with the number of its members that it takes
     * @param quorum the witness or group that must have signed
     * @param missing the events whose absence is explained, as {@code <source> <number>}
     */
    record Policy(
            Key log,
            List<Key> required,
            Map<String, Key> witnesses,
            Map<String, Group> groups,
            Optional<String> quorum,
            Set<String> missing) {

        record Group(int needed, List<String> members) {}

        /** @throws IllegalArgumentException naming the line that is wrong */
        static Policy parse(String text) {
            Reader reader = new Reader();
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                String[] words = line.strip().split("\\s+");
                if (!words[0].isEmpty() && !words[0].startsWith("#")) {
                    try {
                        reader.read(words);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException("policy, line " + number + ": " + e.getMessage(), e);
                    }
                }
            }
            return reader.finish();
        }

        /** Everything that the policy demands of the newest checkpoint. Returns what to know besides. */
        List<String> check(String what, Checkpoint checkpoint) throws Broken {
            checkLog(what, checkpoint);
            for (Key key : required) {
                requireSigned(what, checkpoint, key);
            }
            Set<String> signed = new HashSet<>();
            for (Map.Entry<String, Key> witness : witnesses.entrySet()) {
                Optional<SignatureLine> line = signature(what, checkpoint, witness.getValue());
                Broken.unless(
                        line.isEmpty() || line.get().time() != 0,
                        what + ": the witness " + witness.getValue() + " does not say when it signed");
                line.ifPresent(present -> signed.add(witness.getKey()));
            }
            Broken.unless(
                    quorum.filter(name -> !isSatisfied(name, signed)).isEmpty(),
                    what + ": too few witnesses have signed: quorum \"" + quorum.orElse("none") + "\" needs "
                            + quorum.map(this::describe).orElse("nobody") + ", but "
                            + (signed.isEmpty() ? "none" : "only " + String.join(", ", new TreeSet<>(signed)))
                            + " did");
            return unknownSigners(what, checkpoint);
        }

        /** What is demanded of an older checkpoint too: that the log itself has signed it. */
        void checkLog(String what, Checkpoint checkpoint) throws Broken {
            Broken.unless(
                    checkpoint.origin().equals(log.name()),
                    what + " is of the log " + checkpoint.origin() + " and not of " + log.name());
            requireSigned(what, checkpoint, log);
            Broken.unless(
                    checkpoint.extensions().isEmpty(),
                    what + " says more than name, size and root: \"" + String.join(" ", checkpoint.extensions())
                            + "\"");
            Broken.unless(
                    checkpoint.size() > 0 || Arrays.equals(checkpoint.root(), Hash.OF_EMPTY_TREE),
                    what + ": " + log + " has signed a root for an empty log that is not the one of an empty log");
        }

        private static void requireSigned(String what, Checkpoint checkpoint, Key key) throws Broken {
            Broken.unless(signature(what, checkpoint, key).isPresent(), what + " carries no signature of " + key);
        }

        /** The signature of this key, verified; there must not be a wrong one, nor two. */
        private static Optional<SignatureLine> signature(String what, Checkpoint checkpoint, Key key) throws Broken {
            List<SignatureLine> own = checkpoint.note().signatures().stream()
                    .filter(line -> line.isOf(key))
                    .toList();
            for (SignatureLine line : own) {
                Broken.unless(
                        key.verifies(checkpoint, line.signature()), what + ": the signature of " + key + " is wrong");
            }
            Broken.unless(own.size() < 2, what + " carries two signatures of " + key);
            return own.stream().findFirst();
        }

        private List<String> unknownSigners(String what, Checkpoint checkpoint) {
            Set<Key> known = new LinkedHashSet<>(witnesses.values());
            known.addAll(required);
            known.add(log);
            return checkpoint.note().signatures().stream()
                    .filter(line -> known.stream().noneMatch(line::isOf))
                    .map(line -> what + " also carries a signature that says to be of " + line.name()
                            + ", which the policy does not know and nobody has checked")
                    .toList();
        }

        private boolean isSatisfied(String name, Set<String> signed) {
            Optional<Group> group = Optional.ofNullable(groups.get(name));
            return group.map(g -> g.members().stream()
                                    .filter(m -> isSatisfied(m, signed))
                                    .count()
                            >= g.needed())
                    .orElseGet(() -> signed.contains(name));
        }

        private String describe(String name) {
            return Optional.ofNullable(groups.get(name))
                    .map(g -> g.needed() + " of " + String.join(", ", g.members()))
                    .orElse(name);
        }

        /** Takes the lines in one after the other; a name must stand above its first use. */
        private static final class Reader {
            private final List<Key> logs = new ArrayList<>();
            private final List<Key> required = new ArrayList<>();
            private final Map<String, Key> witnesses = new LinkedHashMap<>();
            private final Map<String, Group> groups = new HashMap<>();
            private final List<String> quorums = new ArrayList<>();
            private final Set<String> missing = new HashSet<>();

            void read(String... words) {
                switch (words[0]) {
                    case "log" -> logs.add(key(words, 2));
                    case "require" -> required.add(key(words, 2));
                    case "witness" -> witnesses.put(fresh(words, 3), witness(key(words, 3)));
                    case "group" -> groups.put(fresh(words, 4), group(words));
                    case "quorum" -> quorums.add(known(one(words)));
                    case "missing" -> missing.add(missing(words));
                    default -> throw new IllegalArgumentException("\"" + words[0] + "\" means nothing here");
                }
            }

            Policy finish() {
                demand(logs.size() == 1, "a policy has one line \"log VERIFIER-KEY\"");
                demand(quorums.size() <= 1, "a policy has one line \"quorum\"");
                demand(
                        quorums.size() == 1 || witnesses.isEmpty(),
                        "the policy names witnesses but no quorum; if none need have signed, say \"quorum none\"");
                demand(logs.getFirst().type() != Key.ED25519_COSIGNER, "a log does not sign as a witness does");
                Optional<String> quorum =
                        quorums.stream().filter(q -> !q.equals("none")).findFirst();
                return new Policy(logs.getFirst(), required, witnesses, groups, quorum, missing);
            }

            private static Key key(String[] words, int count) {
                demand(words.length == count, "there must be " + count + " words");
                return Key.parse(words[count - 1]);
            }

            private Key witness(Key key) {
                demand(key.type() != Key.ED25519, "this key does not sign as a witness does");
                demand(
                        witnesses.values().stream().noneMatch(other -> Arrays.equals(other.bytes(), key.bytes())),
                        "one key cannot be two witnesses");
                return key;
            }

            private String fresh(String[] words, int atLeast) {
                demand(words.length >= atLeast, "something is missing");
                String name = words[1];
                demand(
                        !name.equals("none") && !witnesses.containsKey(name) && !groups.containsKey(name),
                        "the name \"" + name + "\" is taken");
                return name;
            }

            private Group group(String... words) {
                List<String> members = List.of(words).subList(3, words.length);
                members.forEach(this::known);
                demand(!members.contains("none") && Set.copyOf(members).size() == members.size(), "a member twice");
                int needed = switch (words[2]) {
                    case "any" -> 1;
                    case "all" -> members.size();
                    default -> Integer.parseInt(words[2]);
                };
                demand(needed >= 1 && needed <= members.size(), "a group needs 1 to all of its members");
                return new Group(needed, members);
            }

            private String known(String name) {
                demand(
                        name.equals("none") || witnesses.containsKey(name) || groups.containsKey(name),
                        "there is no witness or group \"" + name + "\" above");
                return name;
            }

            private static String one(String... words) {
                demand(words.length == 2, "there must be 2 words");
                return words[1];
            }

            private static String missing(String... words) {
                demand(words.length == 3 && words[2].matches("[1-9][0-9]*"), "say: missing SOURCE NUMBER");
                return words[1] + " " + words[2];
            }

            private static void demand(boolean holds, String message) {
                if (!holds) {
                    throw new IllegalArgumentException(message);
                }
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 7. Receipts (C2SP tlog-proof)
    // ------------------------------------------------------------------------------------------------------------

    /** That one entry is below the root of a checkpoint. */
    record Receipt(String what, long index, List<byte[]> proof, Checkpoint checkpoint) {
        private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
        private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");
        private static final int MOST_HASHES = 63;

        static Receipt parse(String what, byte[] bytes) throws Broken {
            String whole = Text.utf8(what, bytes);
            int split = whole.indexOf("\n\n");
            Broken.unless(split > 0, what + " is not a receipt: it has no empty line before its checkpoint");
            List<String> lines = List.of(whole.substring(0, split).split("\n"));
            Broken.unless(lines.getFirst().equals(FIRST_LINE), what + " does not begin with " + FIRST_LINE);
            Broken.unless(
                    lines.size() < 2 || !lines.get(1).startsWith("extra"),
                    what + " carries an extra line, which nothing signs");
            Matcher index = INDEX.matcher(lines.size() < 2 ? "" : lines.get(1));
            Broken.unless(index.matches(), what + " does not say which entry it is about");
            Broken.unless(lines.size() - 2 <= MOST_HASHES, what + " has more hashes than any proof");
            List<byte[]> proof = new ArrayList<>();
            for (String line : lines.subList(2, lines.size())) {
                proof.add(Text.hash(what, line));
            }
            byte[] checkpoint = whole.substring(split + 2).getBytes(UTF_8);
            return new Receipt(
                    what,
                    Long.parseLong(index.group(1)),
                    proof,
                    Checkpoint.parse("the checkpoint in " + what, checkpoint));
        }

        /** Returns what to know besides. */
        List<String> check(byte[] entry, Policy policy) throws Broken {
            List<String> notes = policy.check("the checkpoint in " + what, checkpoint);
            checkProof(entry);
            return notes;
        }

        void checkProof(byte[] entry) throws Broken {
            Broken.unless(
                    Proof.includes(index, checkpoint.size(), Hash.leaf(entry), proof, checkpoint.root()),
                    what + " does not lead from this entry, as number " + index + ", to the root that "
                            + checkpoint.origin() + " signed for " + checkpoint.size() + " entries");
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 8. Entries (canonical JSON, RFC 8785)
    // ------------------------------------------------------------------------------------------------------------

    /**
     * What the log holds of one event: of what thing it is (aggregate and its id, together the <i>source</i>), which
     * event of that thing (sequence, from 1), when, of what type, and a commitment to what it says.
     *
     * @param commitment base64 of HMAC-SHA-256 of the event under a key of its own
     */
    record Entry(
            String aggregate,
            UUID aggregateId,
            String commitment,
            UUID eventId,
            long sequence,
            String time,
            String type) {

        /** Reads an entry in the one spelling that RFC 8785 leaves it. */
        static Entry parse(Supplier<String> what, byte[] bytes, int from, int to) throws Broken {
            Cursor in = new Cursor(what, bytes, from, to);
            in.expect("{\"aggregate\":\"");
            String aggregate = in.word();
            in.expect("\",\"aggregateId\":\"");
            UUID aggregateId = in.uuid();
            in.expect("\",\"commitment\":\"");
            String commitment = in.commitment();
            in.expect("\",\"eventId\":\"");
            UUID eventId = in.uuid();
            in.expect("\",\"sequence\":");
            long sequence = in.number();
            in.expect(",\"time\":\"");
            String time = in.time();
            in.expect("\",\"type\":\"");
            String type = in.word();
            in.expect("\",\"v\":1}");
            in.end();
            return new Entry(aggregate, aggregateId, commitment, eventId, sequence, time, type);
        }

        String source() {
            return aggregate + ":" + aggregateId;
        }

        /** That the entry was written for {@code event}. @param keyBase64 the key of the commitment */
        void commitsTo(String what, byte[] event, String keyBase64) throws Broken {
            byte[] key = Text.base64(what + ": the key of its event", keyBase64);
            Broken.unless(key.length == Hash.LENGTH, what + ": the key of its event does not have 32 bytes");
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                Broken.unless(
                        Base64.getEncoder().encodeToString(mac.doFinal(event)).equals(commitment),
                        what + " was written for another event, or under another key");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has HmacSHA256", e);
            }
        }

        /** Reads from left to right and takes nothing but what must stand there. */
        private static final class Cursor {
            private static final String LAST_OF_43 = "AEIMQUYcgkosw048";
            private static final long LARGEST_NUMBER = (1L << 53) - 1;
            private static final String TIME = "dddd-dd-ddTdd:dd:dd";
            private static final boolean[] IS_BASE64 = new boolean[128];
            private static final int[] HEX_DIGIT = new int[128];

            static {
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                        .chars()
                        .forEach(c -> IS_BASE64[c] = true);
                Arrays.setAll(HEX_DIGIT, "0123456789abcdef"::indexOf);
            }

            private final Supplier<String> what;
            private final byte[] bytes;
            private final int start;
            private final int end;
            private int at;

            Cursor(Supplier<String> what, byte[] bytes, int from, int to) {
                this.what = what;
                this.bytes = bytes;
                this.start = from;
                this.at = from;
                this.end = to;
            }

            void expect(String text) throws Broken {
                for (int i = 0; i < text.length(); i++) {
                    need(next() == text.charAt(i));
                }
            }

            void end() throws Broken {
                need(at == end);
            }

            /** Small letters, digits, dots and hyphens, up to the next quotation mark. */
            String word() throws Broken {
                int from = at;
                while (isLetter(peek()) || isDigit(peek()) || peek() == '-' || peek() == '.') {
                    at++;
                }
                need(at > from);
                return text(from);
            }

            UUID uuid() throws Broken {
                long high = hex(8) << 32;
                expect("-");
                high |= hex(4) << 16;
                expect("-");
                high |= hex(4);
                expect("-");
                long low = hex(4) << 48;
                expect("-");
                return new UUID(high, low | hex(12));
            }

            String commitment() throws Broken {
                int from = at;
                need(end - at > 43);
                while (at - from < 43) {
                    need(bytes[at] >= 0 && IS_BASE64[bytes[at]]);
                    at++;
                }
                need(LAST_OF_43.indexOf(bytes[at - 1]) >= 0);
                expect("=");
                return text(from);
            }

            long number() throws Broken {
                long number = 0;
                need(peek() != '0');
                int from = at;
                while (isDigit(peek()) && at - from < 16) {
                    number = 10 * number + next() - '0';
                }
                need(number > 0 && number <= LARGEST_NUMBER);
                return number;
            }

            /** As 2026-11-24T11:00:00Z, perhaps with 3, 6 or 9 digits of a second. */
            String time() throws Broken {
                int from = at;
                for (int i = 0; i < TIME.length(); i++) {
                    int c = next();
                    need(TIME.charAt(i) == 'd' ? isDigit(c) : TIME.charAt(i) == c);
                }
                if (peek() == '.') {
                    at++;
                    int digits = at;
                    while (isDigit(peek())) {
                        at++;
                    }
                    need(at - digits == 3 || at - digits == 6 || at - digits == 9);
                }
                expect("Z");
                return text(from);
            }

            private long hex(int digits) throws Broken {
                need(end - at >= digits);
                long value = 0;
                for (int i = 0; i < digits; i++) {
                    int digit = bytes[at] >= 0 ? HEX_DIGIT[bytes[at]] : -1;
                    need(digit >= 0);
                    value = value << 4 | digit;
                    at++;
                }
                return value;
            }

            private int peek() {
                return at < end ? bytes[at] : -1;
            }

            private int next() throws Broken {
                need(at < end);
                int c = bytes[at];
                at++;
                return c;
            }

            private String text(int from) {
                return new String(bytes, from, at - from, ISO_8859_1);
            }

            private void need(boolean holds) throws Broken {
                if (!holds) {
                    throw new Broken(
                            what.get() + " does not have the form of an entry (near its byte " + (at - start) + ")");
                }
            }

            private static boolean isDigit(int c) {
                return c >= '0' && c <= '9';
            }

            private static boolean isLetter(int c) {
                return c >= 'a' && c <= 'z';
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 9. Numbering without holes
    // ------------------------------------------------------------------------------------------------------------

    /**
     * Remembers the last number of every source, so that a missing, a doubled and a reordered entry is found. The log
     * itself is a source too, but what it says of its own checkpoints makes no entry, so its numbers need only rise.
     *
     * <p>A large log has millions of sources. The table is therefore a file beside the memory: slots of three numbers
     * (id, id, and kind of source with its last number), found by hashing, moved to a file twice as large when more than
     * half full.
     */
    static final class Numbering implements AutoCloseable {
        private static final String THE_LOG = "log";
        private static final int SLOT = 3 * Long.BYTES;
        private static final int NUMBER_BITS = 53;
        private static final long FIRST_SLOTS = 1 << 12;

        private final Set<String> explained;
        private final Map<String, Long> kinds = new HashMap<>();
        private Table table;

        /** @param explained what may be missing, as {@code <source> <number>} */
        Numbering(Set<String> explained) throws IOException {
            this.explained = explained;
            this.table = new Table(FIRST_SLOTS);
        }

        void add(long index, Entry entry) throws Broken, IOException {
            long kind = kinds.computeIfAbsent(entry.aggregate(), k -> (long) kinds.size());
            Broken.unless(kind < 1 << (Long.SIZE - NUMBER_BITS - 1), "the log has too many kinds of sources");
            long high = entry.aggregateId().getMostSignificantBits();
            long low = entry.aggregateId().getLeastSignificantBits();
            long slot = table.find(high, low, kind);
            long last = table.number(slot);
            long sequence = entry.sequence();
            Broken.unless(
                    sequence > last,
                    () -> "entry " + index + " comes twice or too late: of " + entry.source() + " it is number "
                            + sequence + ", but number " + last + " stands before it");
            if (!entry.aggregate().equals(THE_LOG)) {
                requireNoHole(index, entry, last + 1);
            }
            table.put(slot, high, low, kind, sequence);
            if (table.isCrowded()) {
                table = table.twiceAsLarge();
            }
        }

        private void requireNoHole(long index, Entry entry, long first) throws Broken {
            for (long number = first; number < entry.sequence(); number++) {
                Broken.unless(
                        explained.contains(entry.source() + " " + number),
                        "of " + entry.source() + " number " + number + " is missing before entry " + index
                                + ", which is number " + entry.sequence());
            }
        }

        long sources() {
            return table.used;
        }

        @Override
        public void close() throws IOException {
            table.close();
        }

        private static final class Table implements AutoCloseable {
            private final long slots;
            private final Arena arena = Arena.ofConfined();
            private final MemorySegment memory;
            private long used;

            Table(long slots) throws IOException {
                this.slots = slots;
                Path file = Files.createTempFile("audit-verifier", ".sources");
                try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                    memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, slots * SLOT, arena);
                }
            }

            /** Where this source is, or the free slot where it belongs. */
            long find(long high, long low, long kind) {
                long hash = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL + kind;
                long slot = (hash ^ hash >>> 32) & (slots - 1);
                while (number(slot) != 0 && !isOf(slot, high, low, kind)) {
                    slot = (slot + 1) & (slots - 1);
                }
                return slot;
            }

            /** 0 where the slot is free. */
            long number(long slot) {
                return word(slot, 2) & ((1L << NUMBER_BITS) - 1);
            }

            void put(long slot, long high, long low, long kind, long number) {
                if (number(slot) == 0) {
                    used++;
                }
                set(slot, 0, high);
                set(slot, 1, low);
                set(slot, 2, kind << NUMBER_BITS | number);
            }

            boolean isCrowded() {
                return used > slots / 2;
            }

            Table twiceAsLarge() throws IOException {
                Table larger = new Table(2 * slots);
                for (long slot = 0; slot < slots; slot++) {
                    if (number(slot) != 0) {
                        long high = word(slot, 0);
                        long low = word(slot, 1);
                        long kind = word(slot, 2) >>> NUMBER_BITS;
                        larger.put(larger.find(high, low, kind), high, low, kind, number(slot));
                    }
                }
                close();
                return larger;
            }

            private boolean isOf(long slot, long high, long low, long kind) {
                return word(slot, 0) == high && word(slot, 1) == low && word(slot, 2) >>> NUMBER_BITS == kind;
            }

            private long word(long slot, int place) {
                return memory.get(ValueLayout.JAVA_LONG, slot * SLOT + (long) place * Long.BYTES);
            }

            private void set(long slot, int place, long value) {
                memory.set(ValueLayout.JAVA_LONG, slot * SLOT + (long) place * Long.BYTES, value);
            }

            @Override
            public void close() {
                arena.close();
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 10. Where a log is read from (C2SP tlog-tiles)
    // ------------------------------------------------------------------------------------------------------------

    /** A log's files by their names: {@code checkpoint}, {@code tile/0/000}, {@code tile/entries/000} ... */
    sealed interface Place extends AutoCloseable {
        /** Larger than the largest file of a log: 256 entries of 65,535 bytes. */
        int MOST_BYTES = 256 * (2 + 0xFFFF);

        static Place of(String text, List<Path> tokenFile) throws IOException, Broken {
            if (text.startsWith("https://") || text.startsWith("http://")) {
                return Address.of(text, tokenFile);
            }
            Path path = Path.of(text);
            return Files.isDirectory(path) ? new Folder(path) : Archive.open(path);
        }

        /** Empty where there is no such file. */
        Optional<byte[]> read(String name) throws IOException;

        /** All files, as far as they can be listed. */
        Stream<String> names() throws IOException;

        /** Whether every file must belong to the log; beside a log in use there may be others. */
        boolean isExport();

        /** How many files it is good to read at the same time. */
        int readers();

        @Override
        void close() throws IOException;

        private static byte[] limited(String name, InputStream in) throws IOException {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(name + " is larger than any file of a log");
            }
            return bytes;
        }

        /** The folder that a log is kept in, or a copy of it. */
        record Folder(Path root) implements Place {
            @Override
            public Optional<byte[]> read(String name) throws IOException {
                try (InputStream in = Files.newInputStream(root.resolve(name))) {
                    return Optional.of(limited(name, in));
                } catch (NoSuchFileException e) {
                    return Optional.empty();
                }
            }

            @Override
            public Stream<String> names() throws IOException {
                List<String> names = new ArrayList<>();
                Files.walkFileTree(root, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            names.add(root.relativize(file).toString().replace('\\', '/'));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE; // the log is in use and has replaced it
                        }
                        throw e;
                    }
                });
                return names.stream();
            }

            @Override
            public boolean isExport() {
                return false;
            }

            @Override
            public int readers() {
                return Runtime.getRuntime().availableProcessors();
            }

            @Override
            public void close() {}
        }

        /** A .zip of such a folder. */
        record Archive(ZipFile zip) implements Place {
            static Archive open(Path file) throws IOException, Broken {
                ZipFile zip = new ZipFile(file.toFile());
                Set<String> names = new HashSet<>();
                Optional<String> twice = zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> !names.add(name))
                        .findFirst();
                if (twice.isPresent()) {
                    zip.close();
                    throw new Broken(file + " holds " + twice.get() + " twice");
                }
                return new Archive(zip);
            }

            @Override
            public Optional<byte[]> read(String name) throws IOException {
                Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(name));
                if (entry.isEmpty()) {
                    return Optional.empty();
                }
                try (InputStream in = zip.getInputStream(entry.get())) {
                    return Optional.of(limited(name, in));
                }
            }

            @Override
            public Stream<String> names() {
                return zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName);
            }

            @Override
            public boolean isExport() {
                return true;
            }

            @Override
            public int readers() {
                return Runtime.getRuntime().availableProcessors();
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        }

        /** The address below which a log is served. */
        record Address(String prefix, Optional<String> token, HttpClient client) implements Place {
            private static final Duration PATIENCE = Duration.ofSeconds(30);
            private static final int READERS = 8;

            static Address of(String prefix, List<Path> tokenFile) throws IOException {
                Optional<String> token = tokenFile.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Files.readString(tokenFile.getFirst()).strip());
                String host = Optional.ofNullable(URI.create(prefix).getHost()).orElse("");
                if (token.isPresent()
                        && prefix.startsWith("http:")
                        && !Set.of("localhost", "127.0.0.1").contains(host)) {
                    throw new IllegalArgumentException("a token is not sent over http; use https");
                }
                HttpClient client =
                        HttpClient.newBuilder().connectTimeout(PATIENCE).build();
                return new Address(prefix.endsWith("/") ? prefix : prefix + "/", token, client);
            }

            @Override
            public Optional<byte[]> read(String name) throws IOException {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(prefix + name))
                        .timeout(PATIENCE)
                        .header("Accept-Encoding", "gzip, identity");
                token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
                try {
                    HttpResponse<InputStream> answer =
                            client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                    try (InputStream body = answer.body()) {
                        return content(name, answer, body);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted while fetching " + prefix + name, e);
                }
            }

            private Optional<byte[]> content(String name, HttpResponse<?> answer, InputStream body) throws IOException {
                boolean zipped = answer.headers()
                        .firstValue("Content-Encoding")
                        .orElse("")
                        .equals("gzip");
                return switch (answer.statusCode()) {
                    case 200 -> Optional.of(limited(name, zipped ? new GZIPInputStream(body) : body));
                    case 404 -> Optional.empty();
                    case 401, 403 ->
                        throw new IOException(prefix + name + " answers " + answer.statusCode()
                                + ": give a token of an auditor by --token-file, or check --tree-only");
                    default -> throw new IOException(prefix + name + " answers " + answer.statusCode());
                };
            }

            @Override
            public Stream<String> names() {
                return Stream.empty();
            }

            @Override
            public boolean isExport() {
                return false;
            }

            @Override
            public int readers() {
                return READERS;
            }

            @Override
            public void close() {
                client.close();
            }
        }
    }

    /**
     * The name of a tile: {@code tile/<level or "entries">/<index>[.p/<width>]}, the index in groups of three digits.
     *
     * @param level of the hashes; a bundle of entries lies beside level 0
     * @param width how many of its 256 places are filled
     */
    record Tile(boolean entries, int level, long index, int width) {
        static final int FULL = 256;
        static final int HEIGHT = 8;

        private static final Pattern NAME = Pattern.compile(
                "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

        static Tile ofHashes(int level, long index, int width) {
            return new Tile(false, level, index, width);
        }

        static Tile ofEntries(long index, int width) {
            return new Tile(true, 0, index, width);
        }

        /** Empty unless in its one correct spelling. */
        static Optional<Tile> parse(String name) {
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()) {
                return Optional.empty();
            }
            boolean entries = parts.group(1).equals("entries");
            Tile tile = new Tile(
                    entries,
                    entries ? 0 : Integer.parseInt(parts.group(1)),
                    Long.parseLong(parts.group(2).replaceAll("[x/]", "")),
                    parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3)));
            return tile.width > 0 && tile.width <= FULL && tile.name().equals(name)
                    ? Optional.of(tile)
                    : Optional.empty();
        }

        String name() {
            StringBuilder groups = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
            for (long rest = index / 1000; rest > 0; rest /= 1000) {
                groups.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
            }
            return "tile/" + (entries ? "entries" : level) + "/" + groups + (width == FULL ? "" : ".p/" + width);
        }

        /** How wide this tile is in a tree of {@code size} entries; not positive where the tree does not have it. */
        Tile in(long size) {
            long nodes = HEIGHT * level < Long.SIZE ? size >>> HEIGHT * level : 0;
            return new Tile(entries, level, index, Math.clamp(nodes - index * FULL, 0, FULL));
        }

        Tile full() {
            return new Tile(entries, level, index, FULL);
        }

        /**
         * Reads it. A partial tile may have gone once the full one is there, whose beginning it was.
         *
         * @throws Broken where it is missing or not as long as it must be
         */
        byte[] read(Place place) throws IOException, Broken {
            Optional<byte[]> exact = place.read(name());
            if (exact.isEmpty() && width < FULL) {
                exact = place.read(full().name());
                if (exact.isPresent()) {
                    return Arrays.copyOf(exact.get(), length(exact.get()));
                }
            }
            byte[] bytes = exact.orElseThrow(() -> new Broken(name() + " is missing"));
            Broken.unless(length(bytes) == bytes.length, name() + " holds more than its " + width + " places");
            return bytes;
        }

        /** How many bytes the first {@code width} places of {@code bytes} take. */
        int length(byte[] bytes) throws Broken {
            int length = entries ? starts(bytes)[width] : width * Hash.LENGTH;
            Broken.unless(length <= bytes.length, name() + " is cut short");
            return length;
        }

        /** Where each entry begins, with the two bytes of its length, and where the last one ends. */
        int[] starts(byte[] bytes) throws Broken {
            int[] starts = new int[width + 1];
            for (int i = 0; i < width; i++) {
                int at = starts[i];
                int place = i;
                Broken.unless(at + 2 <= bytes.length, () -> cutShort(place));
                starts[i + 1] = at + 2 + ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
                Broken.unless(starts[i + 1] <= bytes.length, () -> cutShort(place));
            }
            return starts;
        }

        private String cutShort(int place) {
            return name() + " is cut short: it ends within entry " + (index * FULL + place);
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 11. The whole log
    // ------------------------------------------------------------------------------------------------------------

    /**
     * Derives everything from the entries alone and compares every file with that. Bundles are read and hashed by
     * several threads, a few ahead of the one that puts the hashes together in their order, so that memory does not grow
     * with the log.
     */
    static final class WholeLog {
        private static final int AHEAD = 64;

        private final Place place;
        private final Policy policy;
        private final boolean withEntries;
        private final String what = "checkpoint";
        private final Checkpoint head;
        private final List<String> notes;

        /** The signed roots that the entries must lead to, by size. */
        private final TreeMap<Long, List<Expected>> expected = new TreeMap<>();

        /** What has come together so far: for each level the hashes of the tile that is not full yet. */
        private final List<Row> rows = new ArrayList<>();

        private record Expected(byte[] root, String otherwise) {}

        /** A bundle whose entries have been hashed. */
        private record Bundle(int width, byte[] hashes, List<Entry> entries) {}

        private static final class Row {
            private final byte[] hashes = new byte[Tile.FULL * Hash.LENGTH];
            private int width;
            private long tile;
        }

        WholeLog(Place place, Policy policy, boolean withEntries) throws IOException, Broken {
            this.place = place;
            this.policy = policy;
            this.withEntries = withEntries;
            byte[] note = place.read("checkpoint").orElseThrow(() -> new Broken("the log has no checkpoint"));
            head = Checkpoint.parse(what, note);
            notes = new ArrayList<>(policy.check(what, head));
            expect(
                    head,
                    (withEntries ? "the entries" : "the tiles") + " do not lead to the root that " + policy.log()
                            + " signed in " + what + " for " + head.size() + " entries");
        }

        Checkpoint checkpoint() {
            return head;
        }

        /** Demands that the log has grown out of this checkpoint. */
        void hasGrownFrom(String file, byte[] note) throws Broken {
            Checkpoint older = Checkpoint.parse(file, note);
            policy.checkLog(file, older);
            Broken.unless(
                    older.size() <= head.size(),
                    "entries have been taken away: the log has " + head.size() + " entries now, but " + policy.log()
                            + " signed " + older.size() + " in " + file);
            expect(
                    older,
                    "the past has been rewritten: the first " + older.size() + " entries are not those that "
                            + policy.log() + " signed in " + file);
        }

        private void expect(Checkpoint checkpoint, String otherwise) throws Broken {
            if (checkpoint.size() > 0) {
                expected.computeIfAbsent(checkpoint.size(), s -> new ArrayList<>())
                        .add(new Expected(checkpoint.root(), otherwise));
            }
        }

        /** Returns what was found to be in order. */
        String check() throws IOException, Broken {
            String numbered = "";
            try (Numbering numbering = new Numbering(policy.missing())) {
                readAll(numbering);
                if (withEntries) {
                    numbered = " of " + numbering.sources() + " sources, none missing, none twice";
                }
            }
            for (int level = 0; level < rows.size(); level++) {
                compareLastTile(level);
            }
            compareOtherFiles();
            return withNotes("OK: " + head.size() + " entries" + numbered, notes);
        }

        private void readAll(Numbering numbering) throws IOException, Broken {
            long count = (head.size() + Tile.FULL - 1) / Tile.FULL;
            ExecutorService readers = Executors.newFixedThreadPool(place.readers());
            try {
                Deque<Future<Bundle>> ahead = new ArrayDeque<>();
                long next = 0;
                for (long index = 0; index < count; index++) {
                    for (; next < count && ahead.size() < AHEAD; next++) {
                        long bundle = next;
                        ahead.add(readers.submit(() -> read(bundle)));
                    }
                    add(index, result(ahead.remove()), numbering);
                }
            } finally {
                readers.shutdownNow();
            }
        }

        private static Bundle result(Future<Bundle> bundle) throws IOException, Broken {
            try {
                return bundle.get();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case Broken broken -> throw broken;
                    case IOException cannotRead -> throw cannotRead;
                    case null, default -> throw new IllegalStateException(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        /** In one of the readers: a bundle, its entries, their hashes, and that the tile of hashes says the same. */
        private Bundle read(long index) throws IOException, Broken {
            Tile tile = Tile.ofHashes(0, index, Tile.FULL).in(head.size());
            byte[] hashes = tile.read(place);
            if (!withEntries) {
                return new Bundle(tile.width(), Arrays.copyOf(hashes, Tile.FULL * Hash.LENGTH), List.of());
            }
            Tile bundle = Tile.ofEntries(index, tile.width());
            byte[] bytes = bundle.read(place);
            int[] starts = bundle.starts(bytes);
            byte[] row = new byte[Tile.FULL * Hash.LENGTH];
            List<Entry> entries = new ArrayList<>(tile.width());
            for (int i = 0; i < tile.width(); i++) {
                int from = starts[i] + 2;
                Hash.leaf(bytes, from, starts[i + 1] - from, row, i);
                long entry = index * Tile.FULL + i;
                Broken.unless(
                        Arrays.equals(
                                row,
                                i * Hash.LENGTH,
                                (i + 1) * Hash.LENGTH,
                                hashes,
                                i * Hash.LENGTH,
                                (i + 1) * Hash.LENGTH),
                        () -> "entry " + entry + " in " + bundle.name() + " is not the one whose hash is in "
                                + tile.name() + ": one of the two files has been changed");
                entries.add(Entry.parse(() -> "entry " + entry, bytes, from, starts[i + 1]));
            }
            return new Bundle(tile.width(), row, entries);
        }

        /** In order: numbering, then the tree. */
        private void add(long index, Bundle bundle, Numbering numbering) throws IOException, Broken {
            long entry = index * Tile.FULL;
            for (Entry each : bundle.entries()) {
                numbering.add(entry, each);
                entry++;
            }
            long start = index * Tile.FULL;
            for (var each :
                    expected.subMap(start, false, start + bundle.width(), true).entrySet()) {
                byte[] root = root(bundle.hashes(), (int) (each.getKey() - start));
                for (Expected signed : each.getValue()) {
                    Broken.unless(Arrays.equals(root, signed.root()), signed.otherwise());
                }
            }
            if (bundle.width() == Tile.FULL) {
                push(0, Hash.root(bundle.hashes(), Tile.FULL));
            }
        }

        /**
         * The root over everything so far and the first {@code width} hashes after it. Each row, with what is to the
         * right of it as one more hash, is a small tree of the same shape.
         */
        private byte[] root(byte[] hashes, int width) {
            byte[] right = Hash.root(hashes, width);
            for (Row row : rows) {
                byte[] all = Arrays.copyOf(row.hashes, (row.width + 1) * Hash.LENGTH);
                System.arraycopy(right, 0, all, row.width * Hash.LENGTH, Hash.LENGTH);
                right = Hash.root(all, row.width + 1);
            }
            return right;
        }

        /** A tile of {@code below} is full: its root takes a place in the row of the level above. */
        private void push(int below, byte[] root) throws IOException, Broken {
            if (rows.size() == below) {
                rows.add(new Row());
            }
            Row row = rows.get(below);
            System.arraycopy(root, 0, row.hashes, row.width * Hash.LENGTH, Hash.LENGTH);
            row.width++;
            if (row.width == Tile.FULL) {
                compare(Tile.ofHashes(below + 1, row.tile, Tile.FULL), row.hashes);
                push(below + 1, Hash.root(row.hashes, Tile.FULL));
                row.width = 0;
                row.tile++;
            }
        }

        private void compareLastTile(int row) throws IOException, Broken {
            Row last = rows.get(row);
            if (last.width > 0) {
                compare(Tile.ofHashes(row + 1, last.tile, last.width), last.hashes);
            }
        }

        private void compare(Tile tile, byte[] hashes) throws IOException, Broken {
            byte[] found = tile.read(place);
            int difference = Arrays.mismatch(found, 0, found.length, hashes, 0, found.length);
            Broken.unless(
                    difference < 0,
                    tile.name() + " is not what the tiles below it say: its hash " + difference / Hash.LENGTH
                            + " is another");
        }

        /** Partial tiles of the past are still served, so they must be right too. Nothing else may look like a part. */
        private void compareOtherFiles() throws IOException, Broken {
            long besides = 0;
            String first = "";
            try (Stream<String> names = place.names()) {
                for (String name : (Iterable<String>) names::iterator) {
                    if (!isPart(name)) {
                        Broken.unless(!place.isExport(), name + " does not belong to the log, and nothing signs it");
                        besides++;
                        first = first.isEmpty() ? name : first;
                    }
                }
            }
            if (besides > 0) {
                notes.add("nothing signs " + besides + " of the files, such as " + first
                        + ": they lie beside the log or beyond its checkpoint");
            }
        }

        private boolean isPart(String name) throws IOException, Broken {
            if (name.equals("checkpoint")) {
                return true;
            }
            boolean unfinished = name.endsWith(".tmp");
            if (!name.startsWith("tile/")) {
                return false;
            }
            Tile tile = Tile.parse(unfinished ? name.substring(0, name.length() - ".tmp".length()) : name)
                    .orElseThrow(() -> new Broken(name + " does not belong among the tiles, and nothing signs it"));
            Tile known = tile.in(head.size());
            if (unfinished || tile.width() > known.width()) {
                return false;
            }
            if (tile.width() < known.width() && (withEntries || !tile.entries())) {
                compareWithWider(tile, known);
            }
            return true;
        }

        private void compareWithWider(Tile tile, Tile wider) throws IOException, Broken {
            Optional<byte[]> found = place.read(tile.name());
            byte[] right = wider.read(place);
            int length = tile.length(right);
            // It may have been deleted since it was listed.
            Broken.unless(
                    found.isEmpty()
                            || found.get().length == length
                                    && Arrays.mismatch(found.get(), 0, length, right, 0, length) < 0,
                    tile.name() + " is not the beginning of " + wider.name());
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 12. The case file (see README.txt in one)
    // ------------------------------------------------------------------------------------------------------------

    /**
     * What an auditor hands to a court about one case: some entries with their receipts and, unless erased, their
     * events. Every file is listed with its SHA-256 in {@code manifest.sha256}, and {@code manifest.sha256.note} is a
     * signed note of the log over that list, under the name {@code <log>/case-file}, which no checkpoint has.
     */
    record CaseFile(Map<String, byte[]> files) {
        private static final String MANIFEST = "manifest.sha256";
        private static final String SIGNATURE = "manifest.sha256.note";
        private static final String CASE = "case.txt";
        private static final String CHECKPOINT = "checkpoint";
        private static final String FIRST_LINE = "org.openhotline/case-file@v1";
        private static final Set<String> OTHERS = Set.of(
                MANIFEST,
                SIGNATURE,
                CASE,
                CHECKPOINT,
                "README.txt",
                "policy.txt",
                "verifier/AuditVerifier.java",
                "verifier/audit-verifier.jar");
        private static final Pattern ENTRY_FILE = Pattern.compile(
                "entries/(0|[1-9][0-9]{0,17})/(entry\\.json|receipt\\.tlog-proof|event\\.json|event\\.key)");

        static CaseFile read(Path path) throws IOException, Broken {
            return new CaseFile(Files.isDirectory(path) ? unpacked(path) : PlainZip.read(Files.readAllBytes(path)));
        }

        private static Map<String, byte[]> unpacked(Path folder) throws IOException {
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(f -> !Files.isDirectory(f)).toList()) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
            return files;
        }

        /** Returns what was found to be in order. */
        String check(Policy policy) throws Broken {
            checkManifest(policy.log());
            Checkpoint checkpoint = Checkpoint.parse(CHECKPOINT, file(CHECKPOINT));
            List<String> notes = new ArrayList<>(policy.check(CHECKPOINT, checkpoint));
            TreeMap<Long, Entry> entries = checkEntries();
            Claims claims = Claims.parse(new String(file(CASE), UTF_8));
            Broken.unless(
                    claims.origin().equals(checkpoint.origin()),
                    CASE + " is about the log " + claims.origin() + " and not about " + checkpoint.origin());
            claims.check(entries);
            long without = entries.keySet().stream()
                    .filter(index -> !files.containsKey(name(index, "event.json")))
                    .count();
            if (without > 0) {
                notes.add(without + " of the entries come without their event, which has been erased or left out");
            }
            claims.parts().stream()
                    .map(source -> "of " + source + " only a part of the entries is in the case file")
                    .forEach(notes::add);
            return withNotes(
                    "OK: a case file with " + entries.size() + " entries of " + checkpoint.origin() + ", made "
                            + claims.made() + "; " + claims.whole().size()
                            + " sources are complete as far as it claims",
                    notes);
        }

        private void checkManifest(Key log) throws Broken {
            Key key = log.named(log.name() + "/case-file");
            byte[] manifest = file(MANIFEST);
            Note note = Note.parse(SIGNATURE, file(SIGNATURE));
            String text = FIRST_LINE + "\nmanifest " + HexFormat.of().formatHex(Hash.sha256(manifest)) + "\n";
            Broken.unless(
                    note.signatures().size() == 1
                            && note.signatures().getFirst().isOf(key)
                            && key.verifies(
                                    note.text(), note.signatures().getFirst().signature()),
                    SIGNATURE + " does not carry the signature of " + key);
            Broken.unless(note.text().equals(text), MANIFEST + " is not the list that " + key + " signed");
            Map<String, String> listed = new TreeMap<>();
            for (String line : new String(manifest, UTF_8).lines().toList()) {
                Broken.unless(line.matches("[0-9a-f]{64}  [^ ]+"), MANIFEST + " has a malformed line: " + line);
                listed.put(line.substring(66), line.substring(0, 64));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String name = file.getKey();
                if (!name.equals(MANIFEST) && !name.equals(SIGNATURE)) {
                    String hash = HexFormat.of().formatHex(Hash.sha256(file.getValue()));
                    Broken.unless(listed.containsKey(name), name + " is not in " + MANIFEST + ", so nothing signs it");
                    Broken.unless(
                            hash.equals(listed.remove(name)), name + " is not the file that " + MANIFEST + " lists");
                }
            }
            Broken.unless(listed.isEmpty(), "the files are missing that " + MANIFEST + " lists: " + listed.keySet());
        }

        /** Every entry with its receipt and event. Returns them by index. */
        private TreeMap<Long, Entry> checkEntries() throws Broken {
            TreeMap<Long, Entry> entries = new TreeMap<>();
            for (String name : files.keySet()) {
                Matcher parts = ENTRY_FILE.matcher(name);
                Broken.unless(OTHERS.contains(name) || parts.matches(), name + " does not belong into a case file");
                if (!OTHERS.contains(name)) {
                    long index = Long.parseLong(parts.group(1));
                    if (!entries.containsKey(index)) {
                        entries.put(index, checkEntry(index));
                    }
                }
            }
            return entries;
        }

        private Entry checkEntry(long index) throws Broken {
            String entryName = name(index, "entry.json");
            byte[] bytes = file(entryName);
            Entry entry = Entry.parse(() -> entryName, bytes, 0, bytes.length);
            String receiptName = name(index, "receipt.tlog-proof");
            Receipt receipt = Receipt.parse(receiptName, file(receiptName));
            Broken.unless(receipt.index() == index, receiptName + " is about the entry " + receipt.index());
            Broken.unless(
                    Arrays.equals(receipt.checkpoint().note().bytes(), file(CHECKPOINT)),
                    receiptName + " is below another checkpoint than the case file");
            receipt.checkProof(bytes);
            boolean hasEvent = files.containsKey(name(index, "event.json"));
            Broken.unless(
                    hasEvent == files.containsKey(name(index, "event.key")),
                    "of entry " + index + " there is an event without its key, or a key without its event");
            if (hasEvent) {
                String key = new String(file(name(index, "event.key")), UTF_8).strip();
                entry.commitsTo(entryName, file(name(index, "event.json")), key);
            }
            return entry;
        }

        private byte[] file(String name) throws Broken {
            Broken.unless(files.containsKey(name), name + " is missing from the case file");
            return files.getOrDefault(name, new byte[0]);
        }

        private static String name(long index, String file) {
            return "entries/" + index + "/" + file;
        }

        /**
         * What {@code case.txt} claims: of each source, whether the case file holds all its entries from number 1 on.
         *
         * @param whole source to the last number
         */
        record Claims(String origin, String made, Map<String, Long> whole, Set<String> parts) {
            static Claims parse(String text) throws Broken {
                List<String> lines = text.lines().toList();
                Broken.unless(
                        lines.size() >= 3
                                && lines.get(0).equals(FIRST_LINE)
                                && lines.get(1).startsWith("log ")
                                && lines.get(2).startsWith("made "),
                        CASE + " does not begin with " + FIRST_LINE + ", log and made");
                Map<String, Long> whole = new TreeMap<>();
                Set<String> parts = new TreeSet<>();
                for (String line : lines.subList(3, lines.size())) {
                    String[] words = line.split(" ", -1);
                    boolean taken = words.length > 1 && (whole.containsKey(words[1]) || parts.contains(words[1]));
                    boolean isWhole = line.matches("whole [a-z-]+:[0-9a-f-]{36} [1-9][0-9]{0,15}");
                    Broken.unless(
                            !taken && (isWhole || line.matches("part [a-z-]+:[0-9a-f-]{36}|about [^ ]+")),
                            CASE + " has a malformed line: " + line);
                    if (isWhole) {
                        whole.put(words[1], Long.parseLong(words[2]));
                    } else if (words[0].equals("part")) {
                        parts.add(words[1]);
                    }
                }
                return new Claims(lines.get(1).substring(4), lines.get(2).substring(5), whole, parts);
            }

            void check(TreeMap<Long, Entry> entries) throws Broken {
                Map<String, Long> next = new HashMap<>();
                for (Map.Entry<Long, Entry> each : entries.entrySet()) {
                    String source = each.getValue().source();
                    long number = each.getValue().sequence();
                    long expected = next.getOrDefault(source, 1L);
                    Broken.unless(
                            whole.containsKey(source) || parts.contains(source),
                            "entry " + each.getKey() + " is of " + source + ", of which " + CASE + " says nothing");
                    Broken.unless(
                            whole.containsKey(source) ? number == expected : number >= expected,
                            "of " + source + " number " + expected + " is expected at entry " + each.getKey()
                                    + ", which is number " + number);
                    next.put(source, number + 1);
                }
                for (Map.Entry<String, Long> claim : whole.entrySet()) {
                    Broken.unless(
                            next.getOrDefault(claim.getKey(), 1L) == claim.getValue() + 1,
                            CASE + " claims " + claim.getValue() + " entries of " + claim.getKey()
                                    + ", but the last that is there is number "
                                    + (next.getOrDefault(claim.getKey(), 1L) - 1));
                }
            }
        }

        /**
         * A .zip in the one spelling that case files have: files one after the other, not compressed, without dates, then
         * the list of them. So there is no byte in it that says nothing, and none can be changed unseen.
         */
        private static final class PlainZip {
            private static final int LOCAL = 0x04034b50;
            private static final int LOCAL_LENGTH = 30;
            private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

            private PlainZip() {}

            static Map<String, byte[]> read(byte[] zip) throws Broken {
                Map<String, byte[]> files = new LinkedHashMap<>();
                ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
                ByteArrayOutputStream list = new ByteArrayOutputStream();
                while (in.remaining() >= LOCAL_LENGTH && in.getInt(in.position()) == LOCAL) {
                    int offset = in.position();
                    int size = in.getInt(offset + 18);
                    int nameLength = in.getShort(offset + 26) & 0xffff;
                    Broken.unless(
                            size >= 0 && in.remaining() - LOCAL_LENGTH - nameLength >= size,
                            "the case file is cut short or damaged at its byte " + offset);
                    String name = new String(zip, offset + LOCAL_LENGTH, nameLength, ISO_8859_1);
                    int start = offset + LOCAL_LENGTH + nameLength;
                    byte[] content = Arrays.copyOfRange(zip, start, start + size);
                    in.position(start + size);
                    byte[] header = header(name, content);
                    Broken.unless(
                            NAME.matcher(name).matches()
                                    && !name.contains("..")
                                    && Arrays.equals(header, 0, header.length, zip, offset, start)
                                    && files.put(name, content) == null,
                            "the case file is damaged, or not as it was handed over, at its byte " + offset);
                    list.writeBytes(listed(header, offset));
                }
                list.writeBytes(end(files.size(), list.size(), in.position()));
                Broken.unless(
                        Arrays.equals(list.toByteArray(), Arrays.copyOfRange(zip, in.position(), zip.length)),
                        "the case file is damaged, or not as it was handed over, after its byte " + in.position());
                return files;
            }

            private static byte[] header(String name, byte[] content) {
                CRC32 sum = new CRC32();
                sum.update(content);
                return little(LOCAL_LENGTH + name.length())
                        .putInt(LOCAL)
                        .putShort((short) 10) // Version 1.0 can read it.
                        .putInt(0) // No flags, not compressed.
                        .putInt(0x00210000) // 1 January 1980.
                        .putInt((int) sum.getValue())
                        .putInt(content.length)
                        .putInt(content.length)
                        .putInt(name.length())
                        .put(name.getBytes(ISO_8859_1))
                        .array();
            }

            /** The line of the list for the file with this header. */
            private static byte[] listed(byte[] header, int offset) {
                return little(16 + header.length)
                        .putInt(0x02014b50)
                        .putShort((short) 10)
                        .put(header, 4, 26)
                        .putInt(0)
                        .putShort((short) 0)
                        .putInt(0)
                        .putInt(offset)
                        .put(header, LOCAL_LENGTH, header.length - LOCAL_LENGTH)
                        .array();
            }

            private static byte[] end(int files, int length, int offset) {
                return little(22)
                        .putInt(0x06054b50)
                        .putInt(0)
                        .putShort((short) files)
                        .putShort((short) files)
                        .putInt(length)
                        .putInt(offset)
                        .putShort((short) 0)
                        .array();
            }

            private static ByteBuffer little(int length) {
                return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 13. Being a witness (C2SP tlog-witness, tlog-cosignature)
    // ------------------------------------------------------------------------------------------------------------

    /** The secret half of a key that cosigns. */
    record CosigningKey(Key key, PrivateKey secret) {
        private static final String PREFIX = "PRIVATE+KEY+";

        /** Makes the file and returns the lines for other people's policies. */
        static String make(String name, Path file, boolean withMlDsa) throws IOException {
            if (!Key.isName(name)) {
                throw new IllegalArgumentException("a name has no spaces and no plus sign, as watcher.example/w1");
            }
            List<CosigningKey> keys = new ArrayList<>(List.of(generate(name, Key.ED25519_COSIGNER, "Ed25519", 32)));
            if (withMlDsa) {
                keys.add(generate(name, Key.ML_DSA_COSIGNER, "ML-DSA-44", 1312));
            }
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(
                    file,
                    keys.stream().map(CosigningKey::secretLines).collect(Collectors.joining()),
                    StandardOpenOption.SYNC,
                    StandardOpenOption.WRITE);
            StringBuilder made = new StringBuilder("OK: made " + file + ", which nobody else may read; for policies:");
            for (int i = 0; i < keys.size(); i++) {
                made.append("\nwitness ")
                        .append(i == 0 ? "NAME " : "NAME-ml-dsa ")
                        .append(keys.get(i).key().text());
            }
            return made.toString();
        }

        static List<CosigningKey> read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            List<CosigningKey> keys = new ArrayList<>();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                keys.add(parse(lines.get(i), lines.get(i + 1)));
            }
            if (keys.isEmpty() || lines.size() % 2 != 0) {
                throw new IllegalArgumentException(file + " is not a file of make-key");
            }
            return keys;
        }

        /** The signature line of this witness under the checkpoint. @param time seconds since 1970 */
        SignatureLine cosign(Checkpoint checkpoint, long time) {
            try {
                Signature signature = Signature.getInstance(algorithm(key.type()));
                signature.initSign(secret);
                signature.update(key.cosigned(checkpoint, time));
                byte[] bytes = signature.sign();
                return new SignatureLine(
                        key.name(),
                        key.id(),
                        ByteBuffer.allocate(Long.BYTES + bytes.length)
                                .putLong(time)
                                .put(bytes)
                                .array());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot sign", e);
            }
        }

        private static CosigningKey generate(String name, byte type, String algorithm, int length) {
            try {
                KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
                byte[] der = pair.getPublic().getEncoded();
                return new CosigningKey(
                        new Key(name, type, Arrays.copyOfRange(der, der.length - length, der.length)),
                        pair.getPrivate());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Java 25 has " + algorithm, e);
            }
        }

        private static CosigningKey parse(String secretLine, String publicLine) {
            Key key = Key.parse(publicLine);
            byte[] der = Text.base64(secretLine.substring(secretLine.lastIndexOf(' ') + 1))
                    .orElseThrow(() -> new IllegalArgumentException("the secret line of " + key + " is malformed"));
            try {
                KeyFactory keys = KeyFactory.getInstance(algorithm(key.type()));
                return new CosigningKey(key, keys.generatePrivate(new PKCS8EncodedKeySpec(der)));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("the secret line of " + key + " is malformed", e);
            }
        }

        private String secretLines() {
            return PREFIX + key.name() + " " + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n"
                    + key.text() + "\n";
        }

        private static String algorithm(byte type) {
            return type == Key.ML_DSA_COSIGNER ? "ML-DSA-44" : "Ed25519";
        }
    }

    /**
     * Watches logs: signs a checkpoint only if its log has signed it and it has grown out of the one that was signed
     * before. What was signed is on disk before anybody gets the signature, and one request is answered after the other,
     * so that no two histories of one log can ever both be signed.
     */
    static final class Witness implements AutoCloseable {
        private static final int MOST_BYTES = 1 << 20;
        private static final int MOST_HASHES = 63;
        private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

        private final Path seen;
        private final List<CosigningKey> keys;
        private final Map<String, List<Key>> logs;
        private final InstantSource clock;
        private final Runnable beforeAnswer;
        private final FileChannel lock;
        private Optional<HttpServer> server = Optional.empty();

        /** What goes back: a status, a type and a text. */
        record Answer(int status, String type, String text) {
            static Answer refused(int status, String why) {
                return new Answer(status, "text/plain; charset=utf-8", why + "\n");
            }
        }

        /**
         * Opens the folder of a witness.
         *
         * @param beforeAnswer runs once a signature is on disk and before it is given away
         */
        Witness(Path folder, InstantSource clock, Runnable beforeAnswer) throws IOException {
            this.keys = CosigningKey.read(folder.resolve("witness.key"));
            this.logs = readLogs(folder.resolve("logs"));
            this.seen = Files.createDirectories(folder.resolve("seen"));
            this.clock = clock;
            this.beforeAnswer = beforeAnswer;
            this.lock = Durable.lock(folder.resolve(".lock"));
        }

        private static Map<String, List<Key>> readLogs(Path file) throws IOException {
            Map<String, List<Key>> logs = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split("\\s+");
                if (!words[0].isEmpty() && !words[0].startsWith("#")) {
                    if (words.length != 2 || !words[0].equals("log")) {
                        throw new IllegalArgumentException(file + ": a line is \"log VERIFIER-KEY\"");
                    }
                    Key key = Key.parse(words[1]);
                    logs.computeIfAbsent(key.name(), n -> new ArrayList<>()).add(key);
                }
            }
            return logs;
        }

        /** Serves until closed. Returns the port. */
        int serve(InetSocketAddress address) throws IOException {
            HttpServer http = HttpServer.create(address, 0);
            http.createContext("/", this::answer);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
            server = Optional.of(http);
            return http.getAddress().getPort();
        }

        @Override
        public void close() throws IOException {
            server.ifPresent(http -> http.stop(0));
            lock.close();
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
                Answer answer = answer(exchange.getRequestMethod(), path, body);
                byte[] text = answer.text().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", answer.type());
                exchange.sendResponseHeaders(answer.status(), text.length);
                exchange.getResponseBody().write(text);
            }
        }

        private Answer answer(String method, String path, byte[] body) throws IOException {
            boolean isAdd = path.equals("/add-checkpoint");
            if (isAdd && method.equals("POST")) {
                return addCheckpoint(body);
            }
            Matcher get = Pattern.compile("/([0-9a-f]{64})/checkpoint").matcher(path);
            if (get.matches() && method.equals("GET")) {
                Path file = seen.resolve(get.group(1));
                return Files.exists(file)
                        ? new Answer(200, "text/plain; charset=utf-8", Files.readString(file))
                        : Answer.refused(404, "no checkpoint of this log has been signed here");
            }
            return isAdd || get.matches()
                    ? Answer.refused(405, "not by " + method)
                    : Answer.refused(404, "there is nothing here");
        }

        /** tlog-witness, "add-checkpoint": each refusal in the order and with the status that it demands. */
        synchronized Answer addCheckpoint(byte[] body) throws IOException {
            Request request;
            try {
                Broken.unless(body.length <= MOST_BYTES, "the request is too large");
                request = Request.parse(body);
            } catch (Broken e) {
                return Answer.refused(400, e.getMessage());
            }
            Checkpoint checkpoint = request.checkpoint();
            List<Key> known = logs.getOrDefault(checkpoint.origin(), List.of());
            if (known.isEmpty()) {
                return Answer.refused(404, "this log is not watched here");
            }
            Optional<List<SignatureLine>> signed = signatures(checkpoint, known);
            if (signed.isEmpty()) {
                return Answer.refused(403, "the checkpoint is not signed by its log");
            }
            if (request.old() > checkpoint.size()) {
                return Answer.refused(400, "the old size is larger than the new one");
            }
            Path file = seen.resolve(
                    HexFormat.of().formatHex(Hash.sha256(checkpoint.origin().getBytes(UTF_8))));
            Optional<Checkpoint> last = last(file);
            long lastSize = last.map(Checkpoint::size).orElse(0L);
            if (request.old() != lastSize) {
                return new Answer(409, "text/x.tlog.size", lastSize + "\n");
            }
            Optional<String> wrong = whatIsWrong(request, last);
            return wrong.isPresent() ? Answer.refused(422, wrong.get()) : cosign(file, checkpoint, signed.get());
        }

        /** Empty where the log has not signed, or where one of its signatures is wrong. */
        private static Optional<List<SignatureLine>> signatures(Checkpoint checkpoint, List<Key> known) {
            List<SignatureLine> own = new ArrayList<>();
            for (SignatureLine line : checkpoint.note().signatures()) {
                for (Key key : known) {
                    if (line.isOf(key)) {
                        if (!key.verifies(checkpoint, line.signature())) {
                            return Optional.empty();
                        }
                        own.add(line);
                    }
                }
            }
            return Optional.of(own).filter(lines -> !lines.isEmpty());
        }

        private static Optional<String> whatIsWrong(Request request, Optional<Checkpoint> last) {
            Checkpoint now = request.checkpoint();
            boolean sameSize = last.isPresent() && request.old() == now.size();
            if (now.size() == 0 && !Arrays.equals(now.root(), Hash.OF_EMPTY_TREE)) {
                return Optional.of("an empty log has another root");
            }
            if (sameSize && !Arrays.equals(now.root(), last.get().root())) {
                return Optional.of("another root of this size has been signed here");
            }
            if (request.old() == 0 || sameSize) {
                return request.proof().isEmpty() ? Optional.empty() : Optional.of("no proof was needed");
            }
            return Proof.isPrefix(
                            request.old(),
                            now.size(),
                            request.proof(),
                            last.orElseThrow().root(),
                            now.root())
                    ? Optional.empty()
                    : Optional.of("the proof does not show that the log has only grown");
        }

        private Answer cosign(Path file, Checkpoint checkpoint, List<SignatureLine> ofLog) throws IOException {
            long time = clock.instant().getEpochSecond();
            List<SignatureLine> own =
                    keys.stream().map(key -> key.cosign(checkpoint, time)).toList();
            List<SignatureLine> all = new ArrayList<>(ofLog);
            all.addAll(own);
            Durable.replace(file, new Note(checkpoint.note().text(), all).bytes());
            beforeAnswer.run();
            return new Answer(
                    200,
                    "text/plain; charset=utf-8",
                    own.stream().map(SignatureLine::text).collect(Collectors.joining()));
        }

        private static Optional<Checkpoint> last(Path file) throws IOException {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Checkpoint.parse(file.toString(), Files.readAllBytes(file)));
            } catch (Broken e) {
                throw new IOException("what was signed before cannot be read: " + e.getMessage(), e);
            }
        }

        private record Request(long old, List<byte[]> proof, Checkpoint checkpoint) {
            static Request parse(byte[] body) throws Broken {
                String text = Text.utf8("the request", body);
                int split = text.indexOf("\n\n");
                Broken.unless(split > 0, "the request has no empty line before its checkpoint");
                List<String> lines = List.of(text.substring(0, split).split("\n"));
                Matcher old = OLD.matcher(lines.getFirst());
                Broken.unless(old.matches(), "the request does not begin with an old size");
                Broken.unless(lines.size() - 1 <= MOST_HASHES, "the proof is longer than any");
                List<byte[]> proof = new ArrayList<>();
                for (String line : lines.subList(1, lines.size())) {
                    proof.add(Text.hash("the proof", line));
                }
                byte[] checkpoint = text.substring(split + 2).getBytes(UTF_8);
                return new Request(Long.parseLong(old.group(1)), proof, Checkpoint.parse("the checkpoint", checkpoint));
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------
    // 14. Small things
    // ------------------------------------------------------------------------------------------------------------

    /** Texts in their one correct spelling. */
    static final class Text {
        private Text() {}

        static String utf8(String what, byte[] bytes) throws Broken {
            String text = new String(bytes, UTF_8);
            Broken.unless(Arrays.equals(text.getBytes(UTF_8), bytes), what + " is not a text (UTF-8)");
            return text;
        }

        /** Standard base64 with padding (RFC 4648, section 4) whose unused bits are zero; else empty. */
        static Optional<byte[]> base64(String text) {
            try {
                byte[] bytes = Base64.getDecoder().decode(text);
                return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        static byte[] base64(String what, String text) throws Broken {
            return base64(text).orElseThrow(() -> new Broken(what + " is not base64 in its one correct spelling"));
        }

        static byte[] hash(String what, String text) throws Broken {
            byte[] bytes = base64(what + ": a hash", text);
            Broken.unless(bytes.length == Hash.LENGTH, what + ": a hash does not have 32 bytes");
            return bytes;
        }
    }

    /** Files that survive a power cut. */
    static final class Durable {
        private Durable() {}

        /** Puts a file in the place of another, whole or not at all, and returns once it is on disk. */
        static void replace(Path file, byte[] content) throws IOException {
            Path absolute = file.toAbsolutePath();
            Path folder = Optional.ofNullable(absolute.getParent())
                    .orElseThrow(() -> new IOException("a file needs a folder"));
            Path beside = absolute.resolveSibling(absolute.getFileName() + ".tmp");
            Files.write(
                    beside,
                    content,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(beside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }

        /** Held until closed; there must not be two programs at work in one folder. */
        static FileChannel lock(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // The same answer as for another process.
            }
            channel.close();
            throw new IOException("another witness is at work in this folder: " + file);
        }
    }
}
