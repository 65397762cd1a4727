// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogFixture;
import org.openhotline.audit.log.LogWriter;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.CosignerKey;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.outside.Mark;
import org.openhotline.audit.outside.Reach;

class AskWitnessesTest {
    private static final SignerKey KEY = LogFixture.KEY;

    @TempDir
    Path folder;

    private LogWriter writer;
    private Log log;
    private StrictWitness first;
    private StrictWitness second;
    private Instant now = Instant.parse("2026-11-24T10:15:30Z");
    private CosignedCheckpoints kept;
    private ShownHeads shown;

    @BeforeEach
    void log() throws Exception {
        writer = LogWriter.open(folder, KEY);
        log = new Log(folder, KEY.verifier());
        first = new StrictWitness(KEY.verifier());
        second = new StrictWitness(KEY.verifier());
        kept = new CosignedCheckpoints(folder, KEY.verifier());
        shown = new ShownHeads(log, kept);
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @Test
    void the_checkpoint_carries_the_cosignatures_of_its_size_as_soon_as_they_are_there() throws Exception {
        grow(3);
        assertThat(shown.newest()).isEqualTo(log.head());
        assertThat(shown.witnessed()).isEmpty();

        askBoth().round();
        assertSignedByBoth(shown.newest().orElseThrow());
        assertThat(Files.readString(folder.resolve("checkpoint"))).doesNotContain("watcher.example");
        assertThat(new CosignedCheckpoints(folder, KEY.verifier()).newest()).isEqualTo(shown.newest());

        grow(2);
        assertThat(shown.newest()).isEqualTo(log.head());
        assertThat(shown.witnessed().orElseThrow().size()).isEqualTo(3);
        assertThat(shown.covering(2)).isEqualTo(shown.witnessed());
        assertThat(shown.covering(3)).isEqualTo(shown.newest());
    }

    @Test
    void every_growth_is_proven_from_the_size_that_the_witness_has_signed() throws Exception {
        AskWitnesses ask = askBoth();
        for (int more : List.of(1, 1, 3, 250, 1, 300)) {
            grow(more);
            ask.round();
            assertSignedByBoth(shown.newest().orElseThrow());
        }
        assertThat(first.requests).hasSize(6);
        assertThat(first.requests.getFirst()).startsWith("old 0\n\nhotline.example/audit/tlog\n1\n");
        assertThat(first.requests.get(3)).startsWith("old 5\n");
    }

    @Test
    void nothing_is_asked_about_an_empty_log_or_about_what_is_signed() throws Exception {
        askBoth().round();
        assertThat(first.requests).isEmpty();

        grow(1);
        askBoth().round();
        askBoth().round();
        assertThat(first.requests).hasSize(1);
    }

    @Test
    void a_service_that_has_forgotten_what_was_signed_is_told_by_the_witness() throws Exception {
        grow(3);
        askBoth().round();
        Files.delete(folder.resolve("witnesses/one"));
        askBoth().round();
        assertSignedByBoth(shown.newest().orElseThrow());

        Files.writeString(folder.resolve("witnesses/one"), "nonsense");
        grow(4);
        askBoth().round();
        assertSignedByBoth(shown.newest().orElseThrow());
        assertThat(first.requests.getLast()).startsWith("old 3\n");
    }

    @Test
    void a_witness_that_is_away_holds_up_no_other_and_adds_its_line_when_it_is_back() throws Exception {
        AskWitnesses ask = askBoth();
        second.isDown = true;
        grow(2);
        ask.round();
        ask.round();
        assertThat(shown.newest().orElseThrow().note().isSignedBy(first.key.verifier()))
                .isTrue();
        assertThat(second.requests)
                .as("the second round does not ask again at once")
                .hasSize(1);
        assertThat(ask.reach())
                .containsExactly(
                        new Reach("one", Optional.of(new Mark(2, StrictWitness.SIGNS_AT)), Optional.empty()),
                        new Reach("two", Optional.empty(), Optional.of("cannot be reached")));

        second.isDown = false;
        now = now.plus(Duration.ofMinutes(1));
        ask.round();
        assertSignedByBoth(shown.newest().orElseThrow());
        assertThat(ask.reach().getLast().trouble()).isEmpty();
    }

    @Test
    void what_a_witness_answers_is_not_believed_before_its_signature_is_verified() throws Exception {
        grow(2);
        Checkpoint checkpoint = log.head().orElseThrow().checkpoint();
        Checkpoint other = new Checkpoint(checkpoint.origin(), 3, checkpoint.root());
        CosignerKey stranger = CosignerKey.generate("watcher.example/w1");
        for (String lines : List.of(
                "",
                "\n",
                "nonsense\n",
                StrictWitness.line(first.key.cosign(other, now)),
                StrictWitness.line(first.key.cosign(checkpoint, Instant.EPOCH)),
                StrictWitness.line(stranger.cosign(checkpoint, now)),
                StrictWitness.line(first.key.cosign(checkpoint, now))
                        + StrictWitness.line(first.key.cosign(other, now)))) {
            first.instead = Optional.of(new Cosigning.Answer(200, "text/plain", lines));
            AskWitnesses ask = ask(List.of(first.witness("one")));
            ask.round();

            assertThat(shown.witnessed()).as(lines).isEmpty();
            assertThat(ask.reach().getFirst().trouble()).as(lines).isPresent();
        }
    }

    @Test
    void lines_of_others_are_dropped() throws Exception {
        grow(2);
        Checkpoint checkpoint = log.head().orElseThrow().checkpoint();
        CosignerKey stranger = CosignerKey.generate("stranger.example");
        first.linesBefore = StrictWitness.line(stranger.cosign(checkpoint, now));
        askBoth().round();

        assertThat(shown.newest().orElseThrow().note().signatures()).hasSize(3);
    }

    @Test
    void each_refusal_is_told_in_words_and_asked_again_later() throws Exception {
        grow(2);
        assertTrouble(new Cosigning.Answer(404, "text/plain", ""), "does not watch this log", false);
        assertTrouble(new Cosigning.Answer(403, "text/plain", ""), "does not know the key of this log", false);
        assertTrouble(new Cosigning.Answer(503, "text/plain", ""), "answers with status 503", false);
        assertTrouble(new Cosigning.Answer(302, "text/plain", ""), "answers with status 302", false);
        assertTrouble(new Cosigning.Answer(409, "text/plain", "2\n"), "does not say which size it has signed", false);
        assertTrouble(
                new Cosigning.Answer(409, "text/x.tlog.size", "02\n"), "does not say which size it has signed", false);
        assertTrouble(new Cosigning.Answer(409, "text/x.tlog.size", "1\n"), "answers with status 409", false);
        assertTrouble(
                new Cosigning.Answer(422, "text/plain", ""),
                "says that this log has not only grown since it last signed",
                true);
    }

    @Test
    void a_log_that_was_rolled_back_or_rewritten_is_found_out() throws Exception {
        grow(5);
        askBoth().round();
        Path older = folder.resolve("older");
        try (LogWriter rewritten = LogWriter.open(older, KEY)) {
            rewritten.append(0, List.of(new byte[] {9}, new byte[] {9}));
            Log copy = rewritten.log();
            var own = new CosignedCheckpoints(older, KEY.verifier());
            var ask = new AskWitnesses(List.of(first.witness("one")), first, copy, own, () -> now);
            ask.round();
            assertThat(ask.reach().getFirst().trouble())
                    .contains("has signed 5 entries, which is more than the 2 of this log");
            assertThat(ask.contradicting()).containsExactly("one");

            rewritten.append(2, List.of(new byte[5], new byte[6], new byte[7], new byte[8]));
            now = now.plus(Duration.ofMinutes(1));
            ask.round();
            assertThat(ask.reach().getFirst().trouble())
                    .contains("says that this log has not only grown since it last signed");
            assertThat(ask.contradicting()).containsExactly("one");
            assertThat(own.newest()).isEmpty();
        }
    }

    @Test
    void a_witness_needs_a_plain_name_an_address_and_keys_of_a_cosigner() {
        URI address = URI.create("https://watcher.example");
        var keys = List.of(first.key.verifier());
        assertThatIllegalArgumentException().isThrownBy(() -> new Witness("../up", address, keys));
        assertThatIllegalArgumentException().isThrownBy(() -> new Witness("one", URI.create("watcher"), keys));
        assertThatIllegalArgumentException().isThrownBy(() -> new Witness("one", address, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Witness("one", address, List.of(KEY.verifier())));
    }

    private void assertTrouble(Cosigning.Answer answer, String words, boolean contradicts) throws Exception {
        first.instead = Optional.of(answer);
        AskWitnesses ask = ask(List.of(first.witness("one")));
        ask.round();
        assertThat(ask.reach().getFirst().trouble()).contains(words);
        assertThat(ask.contradicting().isEmpty()).isEqualTo(!contradicts);
        assertThat(shown.witnessed()).isEmpty();

        int asked = first.requests.size();
        ask.round();
        assertThat(first.requests).hasSize(asked);
        now = now.plus(Duration.ofMinutes(1));
        ask.round();
        assertThat(first.requests).hasSizeGreaterThan(asked);
    }

    private AskWitnesses askBoth() {
        return ask(List.of(first.witness("one"), second.witness("two")));
    }

    private AskWitnesses ask(List<Witness> witnesses) {
        Cosigning byHost =
                (address, request) -> (address.getHost().equals("one.example") ? first : second).post(address, request);
        return new AskWitnesses(witnesses, byHost, log, kept, () -> now);
    }

    private void grow(int entries) throws Exception {
        long size = writer.head().size();
        writer.append(size, LogFixture.entries(size, size + entries));
    }

    private void assertSignedByBoth(Log.Head head) throws Exception {
        assertThat(head.checkpoint()).isEqualTo(log.head().orElseThrow().checkpoint());
        SignedNote note = head.note();
        assertThat(note.isSignedBy(KEY.verifier())).isTrue();
        assertThat(note.isSignedBy(first.key.verifier())).isTrue();
        assertThat(note.isSignedBy(second.key.verifier())).isTrue();
    }
}
