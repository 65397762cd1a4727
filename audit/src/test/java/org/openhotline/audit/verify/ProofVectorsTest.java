// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.audit.verify.AuditVerifier.Proof;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The public vectors of the transparency.dev project, good and bad, against the verifier's own arithmetic. */
class ProofVectorsTest {
    private static final Path VECTORS =
            Path.of(System.getProperty("conformance.data", "../shared/data"), "merkle-vectors", "testdata");

    @ParameterizedTest
    @ValueSource(strings = {"inclusion", "consistency", "subtreeinclusion", "subtreeconsistency"})
    void every_proof_is_judged_as_the_vectors_say(String kind) throws Exception {
        List<Path> vectors = vectors(kind);
        assertThat(vectors).hasSizeGreaterThan(50);
        for (Path file : vectors) {
            JsonNode vector = new ObjectMapper().readTree(Files.readString(file));
            assertThat(holds(kind, vector))
                    .as("%s: %s", file, vector.path("desc").asString())
                    .isEqualTo(!vector.path("wantErr").asBoolean());
        }
    }

    private static List<Path> vectors(String kind) throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "no public vectors at " + VECTORS);
        try (Stream<Path> files = Files.walk(VECTORS.resolve(kind))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static boolean holds(String kind, JsonNode vector) {
        List<byte[]> proof = new ArrayList<>();
        for (JsonNode hash : vector.path("proof")) {
            proof.add(hash(hash));
        }
        return switch (kind) {
            case "inclusion" -> includes(vector, 0, number(vector, "treeSize"), proof);
            case "consistency" ->
                Proof.isPrefix(
                        number(vector, "size1"),
                        number(vector, "size2"),
                        proof,
                        hash(vector.path("root1")),
                        hash(vector.path("root2")));
            case "subtreeinclusion" -> includes(vector, number(vector, "start"), number(vector, "end"), proof);
            case "subtreeconsistency" ->
                Proof.isPart(
                        number(vector, "start"),
                        number(vector, "end"),
                        number(vector, "size"),
                        proof,
                        hash(vector.path("root1")),
                        hash(vector.path("root2")));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static boolean includes(JsonNode vector, long start, long end, List<byte[]> proof) {
        byte[] leaf = hash(vector.path("leafHash"));
        byte[] root = hash(vector.path("root"));
        long index = number(vector, "leafIdx");
        // Nothing where a hash should be is refused when it is read.
        return leaf.length > 0
                && root.length > 0
                && Proof.isSubtree(start, end)
                && index >= start
                && Proof.includes(index - start, end - start, leaf, proof, root);
    }

    /** Numbers are uint64 in the vectors; those beyond a long become negative here and are refused as such. */
    private static long number(JsonNode vector, String name) {
        return vector.path(name).bigIntegerValue().longValue();
    }

    private static byte[] hash(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString(""));
    }
}
