// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The public vectors of the transparency.dev project, good and bad. */
class MerkleVectorsTest {
    private static final Path VECTORS =
            Path.of(System.getProperty("conformance.data", "../shared/data"), "merkle-vectors", "testdata");

    @ParameterizedTest
    @ValueSource(strings = {"inclusion", "consistency", "subtreeinclusion", "subtreeconsistency"})
    void every_proof_is_judged_as_the_vectors_say(String folder) throws Exception {
        for (Path file : vectors(folder)) {
            JsonNode vector = new ObjectMapper().readTree(Files.readString(file));
            assertThat(isAccepted(folder, vector))
                    .as("%s: %s", file, vector.path("desc").asString())
                    .isEqualTo(!vector.path("wantErr").asBoolean());
        }
    }

    @Test
    void there_are_more_than_500_vectors_of_both_kinds() throws Exception {
        assertThat(vectors("").size()).isGreaterThan(500);
    }

    private static List<Path> vectors(String folder) throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "no public vectors at " + VECTORS);
        try (Stream<Path> files = Files.walk(VECTORS.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static boolean isAccepted(String folder, JsonNode vector) throws Exception {
        try {
            return holds(folder, vector);
        } catch (IllegalArgumentException e) {
            // Nothing where a hash should be: refused when it is read.
            return false;
        }
    }

    private static boolean holds(String folder, JsonNode vector) throws Exception {
        List<Hash> proof = new ArrayList<>();
        for (JsonNode hash : vector.path("proof")) {
            proof.add(hash(hash));
        }
        return switch (folder) {
            case "inclusion" ->
                Proofs.includes(
                        number(vector, "leafIdx"),
                        number(vector, "treeSize"),
                        hash(vector.path("leafHash")),
                        proof,
                        hash(vector.path("root")));
            case "consistency" ->
                Proofs.isPrefix(
                        number(vector, "size1"),
                        number(vector, "size2"),
                        proof,
                        hash(vector.path("root1")),
                        hash(vector.path("root2")));
            case "subtreeinclusion" ->
                Proofs.includesInSubtree(
                        number(vector, "leafIdx"),
                        number(vector, "start"),
                        number(vector, "end"),
                        hash(vector.path("leafHash")),
                        proof,
                        hash(vector.path("root")));
            case "subtreeconsistency" ->
                Proofs.isSubtreeOf(
                        number(vector, "start"),
                        number(vector, "end"),
                        number(vector, "size"),
                        proof,
                        hash(vector.path("root1")),
                        hash(vector.path("root2")));
            default -> throw new IllegalArgumentException(folder);
        };
    }

    /** Numbers are uint64 in the vectors; those beyond a long become negative here and are refused as such. */
    private static long number(JsonNode vector, String name) {
        return vector.path(name).bigIntegerValue().longValue();
    }

    /** Some vectors use a short text where any root would do; its hash stands for it, equal where the texts are. */
    private static Hash hash(JsonNode base64) throws NoSuchAlgorithmException {
        byte[] bytes = Base64.getDecoder().decode(base64.asString());
        if (bytes.length == Hash.LENGTH || bytes.length == 0) {
            return Hash.of(bytes);
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("not a hash: ".getBytes(StandardCharsets.UTF_8));
        return Hash.of(digest.digest(bytes));
    }
}
