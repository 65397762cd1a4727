// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylesheetTest {
    private static final String CSS = css();
    private static final Map<String, String> COLOURS = colours();

    @Test
    void it_is_small() {
        assertThat(CSS.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(12_000);
    }

    @Test
    void it_fetches_nothing() {
        assertThat(CSS).doesNotContain("url(").doesNotContain("@import").doesNotContain("@font-face");
    }

    @Test
    void it_knows_no_left_and_right() {
        assertThat(CSS)
                .doesNotContainPattern("[{;\\s](left|right)\\s*:")
                .doesNotContainPattern("(margin|padding|border)-(left|right)")
                .doesNotContainPattern("text-align:\\s*(left|right)")
                .doesNotContainPattern("float:");
    }

    /** WCAG 2.2, 1.4.3 (text 4.5:1) and 1.4.11 (what marks a control 3:1). */
    @ParameterizedTest
    @CsvSource({
        "ink, ground, 4.5",
        "ink, paper, 4.5",
        "ink, tint, 4.5",
        "ink, good-tint, 4.5",
        "ink, bad-tint, 4.5",
        "soft, ground, 4.5",
        "soft, paper, 4.5",
        "brand, ground, 4.5",
        "brand, paper, 4.5",
        "brand, tint, 4.5",
        "good, good-tint, 4.5",
        "bad, bad-tint, 4.5",
        "bad, paper, 4.5",
        "bad, ground, 4.5",
        "warn, warn-tint, 4.5",
        "paper, brand, 4.5",
        "paper, deep, 4.5",
        "paper, bad, 4.5",
        "edge, paper, 3",
        "edge, ground, 3",
        "focus, ground, 3",
        "focus, paper, 3",
        "focus, tint, 3"
    })
    void its_colours_can_be_told_apart(String front, String back, double least) {
        assertThat(contrast(COLOURS.get(front), COLOURS.get(back))).isGreaterThanOrEqualTo(least);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 3 ? colour.replaceAll("(.)", "$1$1") : colour;
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static Map<String, String> colours() {
        Map<String, String> colours = new HashMap<>();
        Matcher matcher = Pattern.compile("--([a-z-]+): #([0-9a-f]{3,6});").matcher(CSS);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static String css() {
        try (InputStream in = StylesheetTest.class.getResourceAsStream("/static/kit/openhotline.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
