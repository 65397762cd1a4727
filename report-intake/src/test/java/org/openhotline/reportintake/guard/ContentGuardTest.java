// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentGuardTest {
    private static final String BASE64 = Base64.getEncoder().encodeToString(bytes(3000));

    @Test
    void a_data_address_leaves_its_type_and_size() {
        assertThat(ContentGuard.cleaned("see <img src=\"data:image/png;base64," + BASE64 + "\"> there"))
                .isEqualTo("see <img src=\"[removed: data:image/png, 3 kB]\"> there");
        assertThat(ContentGuard.cleaned("DATA:text/html;charset=utf-8,%3Cb%3Ex%3C/b%3E end"))
                .isEqualTo("[removed: data:text/html, 16 B] end");
        assertThat(ContentGuard.cleaned("data:;base64,AAAA")).isEqualTo("[removed: data:unknown type, 3 B]");
        assertThat(ContentGuard.cleaned("data:;charset=utf-8;BASE64,AAAA"))
                .isEqualTo("[removed: data:unknown type, 3 B]");
    }

    @Test
    void a_long_list_of_hashes_is_read_in_one_go() {
        String hashes = "0123456789abcdef0123456789abcdef01234567\n".repeat(50_000);
        assertThat(ContentGuard.cleaned(hashes)).isEqualTo(hashes);
    }

    @Test
    void a_data_address_that_is_folded_goes_as_a_whole() {
        String folded = Base64.getMimeEncoder(76, "\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .encodeToString(bytes(1000));
        assertThat(ContentGuard.cleaned("a\ndata:image/jpeg;base64," + folded + "\nb"))
                .matches("a\n\\[removed: data:image/jpeg, [0-9]+ k?B]\nb");
    }

    @Test
    void a_long_run_of_base64_goes_in_one_line_or_in_many() {
        assertThat(ContentGuard.cleaned("x " + BASE64 + " y")).isEqualTo("x [removed: base64, 3 kB] y");
        String folded = Base64.getMimeEncoder().encodeToString(bytes(600));
        assertThat(ContentGuard.cleaned("x\n" + folded + "\ny")).matches("x\n\\[removed: base64, [0-9]+ B]\ny");
        assertThat(ContentGuard.cleaned("> " + folded.replace("\r\n", "\r\n> ")))
                .startsWith("> [removed: base64");
        String forUrls = Base64.getUrlEncoder().encodeToString(bytes(300));
        assertThat(ContentGuard.cleaned(forUrls)).isEqualTo("[removed: base64, 300 B]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data: we have none, sorry",
                "metadata:a,b",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "The third picture in the row; https://example.org/a/very/long/path-with-many-words/and-more?x=1&y=2",
                "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b856\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b857\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b858",
                "صورة في الصف الثالث",
                "写真は三枚目"
            })
    void words_addresses_and_hashes_stay_as_they_are(String text) {
        assertThat(ContentGuard.cleaned(text)).isEqualTo(text);
    }

    @Test
    void the_threshold_lies_between_the_longest_hash_and_the_smallest_picture() throws Exception {
        int smallest = Integer.MAX_VALUE;
        for (int points : new int[] {8, 16, 32}) {
            smallest = Math.min(
                    smallest, Base64.getEncoder().encodeToString(jpeg(points)).length());
        }
        assertThat(ContentGuard.LONGEST_RUN).isGreaterThan(128).isLessThan(smallest);
        assertThat(smallest).isGreaterThan(800);
    }

    @Test
    void cleaning_takes_no_longer_than_reading() {
        for (String part : new String[] {"data:", "data:a/a;", "A", "a\n", "AAAA=\n> ", "data:a/a;base64,"}) {
            String hostile = part.repeat(200_000 / part.length());
            assertThat(java.util.concurrent.CompletableFuture.supplyAsync(() -> ContentGuard.cleaned(hostile)))
                    .as(part)
                    .succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void cleaning_again_changes_nothing() {
        String once = ContentGuard.cleaned("a data:image/png;base64," + BASE64 + "\n" + BASE64);
        assertThat(ContentGuard.cleaned(once)).isEqualTo(once);
    }

    private static byte[] jpeg(int points) throws Exception {
        BufferedImage picture = new BufferedImage(points, points, BufferedImage.TYPE_INT_RGB);
        Random noise = new Random(1);
        for (int x = 0; x < points; x++) {
            for (int y = 0; y < points; y++) {
                picture.setRGB(x, y, noise.nextInt(0x1000000));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam worst = writer.getDefaultWriteParam();
        worst.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        worst.setCompressionQuality(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), worst);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
