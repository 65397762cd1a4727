// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "2, 1000, 17, tile/2/x001/000.p/17",
        "63, 999, 1, tile/63/999.p/1"
    })
    void hash_tiles_are_spelled_as_the_specification_says(int level, long index, int width, String text) {
        TilePath path = TilePath.hashes(level, index, width);
        assertThat(path.text()).isEqualTo(text);
        assertThat(TilePath.parse(text)).contains(path);
    }

    @Test
    void entry_bundles_have_a_place_of_their_own() {
        assertThat(TilePath.entries(1234067, 5).text()).isEqualTo("tile/entries/x001/x234/067.p/5");
        assertThat(TilePath.parse("tile/entries/000.p/255")).contains(TilePath.entries(0, 255));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/0",
                "tile/00/000",
                "tile/64/000",
                "tile/0/x000/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/../../secret",
                "tile/0/000/",
                "checkpoint"
            })
    void another_spelling_names_nothing(String text) {
        assertThat(TilePath.parse(text)).isEmpty();
    }

    @Test
    void a_bundle_gives_back_its_entries_also_empty_and_longest_ones() {
        byte[] longest = new byte[EntryBundle.LONGEST_ENTRY];
        Arrays.fill(longest, (byte) 7);
        List<byte[]> entries = List.of("one".getBytes(StandardCharsets.UTF_8), new byte[0], longest);

        assertThat(EntryBundle.decode(EntryBundle.encode(entries))).containsExactlyElementsOf(entries);
    }

    @Test
    void a_bundle_that_is_cut_short_or_an_entry_that_is_too_long_is_refused() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[10]));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bundle, 11)));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bundle, 1)));
        List<byte[]> tooLong = List.of(new byte[EntryBundle.LONGEST_ENTRY + 1]);
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(tooLong));
    }
}
