// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final int SIZES = 70;
    private static final List<Hash> LEAVES = IntStream.range(0, SIZES)
            .mapToObj(i -> Hashing.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();

    @Test
    void roots_are_those_of_the_definition() {
        assertThat(tree(0).root()).isEqualTo(Hashing.EMPTY_ROOT);
        for (int size = 1; size <= SIZES; size++) {
            assertThat(tree(size).root()).isEqualTo(byDefinition(LEAVES.subList(0, size)));
        }
    }

    @Test
    void every_leaf_is_proven_in_every_tree_and_no_other_leaf_is() {
        for (int size = 1; size <= SIZES; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                List<Hash> proof = tree(size).inclusionProof(leaf);
                Hash root = tree(size).root();
                assertThat(Proofs.includes(leaf, size, LEAVES.get(leaf), proof, root))
                        .isTrue();
                assertThat(Proofs.includes(leaf, size, LEAVES.get((leaf + 1) % SIZES), proof, root))
                        .isFalse();
            }
        }
    }

    @Test
    void every_tree_is_proven_a_prefix_of_every_longer_one() {
        for (int older = 1; older <= SIZES; older++) {
            for (int newer = older; newer <= SIZES; newer++) {
                List<Hash> proof = tree(newer).consistencyProof(older);
                assertThat(Proofs.isPrefix(
                                older,
                                newer,
                                proof,
                                tree(older).root(),
                                tree(newer).root()))
                        .isTrue();
                assertThat(Proofs.isPrefix(
                                older,
                                newer,
                                proof,
                                LEAVES.getFirst(),
                                tree(newer).root()))
                        .isEqualTo(older == 1);
            }
        }
    }

    @Test
    void no_proof_is_made_for_what_is_not_there() {
        assertThatIllegalArgumentException().isThrownBy(() -> tree(5).inclusionProof(5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree(5).consistencyProof(6));
        assertThatIllegalArgumentException().isThrownBy(() -> tree(5).consistencyProof(0));
    }

    @Test
    void a_hash_has_one_base64_form_and_32_bytes() {
        String base64 = Hashing.EMPTY_ROOT.base64();
        assertThat(Hash.ofBase64(base64)).isEqualTo(Hashing.EMPTY_ROOT);
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.ofBase64("AAAA"));
        String spareBitsSet = base64.substring(0, 42) + (char) (base64.charAt(42) + 1) + "=";
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.ofBase64(spareBitsSet));
    }

    private static MerkleTree tree(int size) {
        return new MerkleTree(
                size,
                (level, index) -> byDefinition(LEAVES.subList((int) (index << level), (int) ((index + 1) << level))));
    }

    /** RFC 6962, section 2.1, word for word. */
    private static Hash byDefinition(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        List<Integer> powers = new ArrayList<>(List.of(1));
        while (powers.getLast() * 2 < leaves.size()) {
            powers.add(powers.getLast() * 2);
        }
        int k = powers.getLast();
        return Hashing.node(byDefinition(leaves.subList(0, k)), byDefinition(leaves.subList(k, leaves.size())));
    }
}
