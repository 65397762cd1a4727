// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandCodeTest {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private final Random random = new Random(7);

    @Test
    void every_single_wrong_character_is_found() {
        for (int length : List.of(12, 24)) {
            String code = code(length);
            for (int i = 0; i < code.length(); i++) {
                for (char other : ALPHABET.toCharArray()) {
                    if (code.charAt(i) != '-' && code.charAt(i) != other) {
                        String wrong = code.substring(0, i) + other + code.substring(i + 1);
                        assertThat(HandCode.read(wrong, length)).as(wrong).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void every_two_characters_swapped_are_found_near_or_far() {
        for (int round = 0; round < 50; round++) {
            String code = code(24).replace("-", "");
            for (int i = 0; i < code.length(); i++) {
                for (int j = i + 1; j < code.length(); j++) {
                    if (code.charAt(i) != code.charAt(j)) {
                        assertThat(HandCode.read(swapped(code, i, j), 24)).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void a_code_reads_back_in_any_case_and_with_any_spaces() {
        String code = code(12);
        assertThat(HandCode.read(code, 12)).contains(code);
        assertThat(HandCode.read(" " + code.toLowerCase().replace("-", " – ") + "\n", 12))
                .contains(code);
        assertThat(HandCode.read("\u2066" + code.replace("-", "") + "\u2069", 12))
                .contains(code);
    }

    @Test
    void digits_of_another_script_are_the_same_digits() {
        String code = HandCode.of(new byte[16], 12);
        assertThat(code).isEqualTo("2222-2222-2222");
        assertThat(HandCode.read("٢٢٢٢-٢٢٢٢-٢٢٢٢", 12)).contains(code);
    }

    @Test
    void look_alikes_other_lengths_and_long_texts_are_no_codes() {
        assertThat(HandCode.read("OIL0-1222-2222", 12)).isEmpty();
        assertThat(HandCode.read(code(24), 12)).isEmpty();
        assertThat(HandCode.read("", 12)).isEmpty();
        assertThat(HandCode.read("😀".repeat(12), 12)).isEmpty();
        assertThat(HandCode.read("2".repeat(1_000_000), 12)).isEmpty();
    }

    @Test
    void all_characters_are_equally_likely_at_every_place() {
        List<Set<Character>> seen = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            seen.add(new HashSet<>());
        }
        for (int round = 0; round < 2000; round++) {
            String code = code(12).replace("-", "");
            for (int i = 0; i < 12; i++) {
                seen.get(i).add(code.charAt(i));
            }
        }
        assertThat(seen).allSatisfy(characters -> assertThat(characters).hasSize(31));
    }

    @Test
    void too_little_randomness_is_refused() {
        assertThatThrownBy(() -> HandCode.of(new byte[15], 12)).isInstanceOf(IllegalArgumentException.class);
    }

    private String code(int length) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HandCode.of(bytes, length);
    }

    private static String swapped(String code, int i, int j) {
        char[] characters = code.toCharArray();
        characters[i] = code.charAt(j);
        characters[j] = code.charAt(i);
        return new String(characters);
    }
}
