// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import java.util.regex.Pattern;

/** How well two colours can be told apart: the contrast ratio of WCAG 2.2, from 1 to 21. */
final class Contrast {
    /** What text needs (success criterion 1.4.3). */
    static final double FOR_TEXT = 4.5;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int[] CHANNELS = {1, 3, 5};
    private static final double[] WEIGHTS = {0.2126, 0.7152, 0.0722};

    private Contrast() {}

    static boolean isColour(String text) {
        return COLOUR.matcher(text).matches();
    }

    /** Of two colours written as {@code #rrggbb}. */
    static double between(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double sum = 0;
        for (int i = 0; i < CHANNELS.length; i++) {
            double channel = Integer.parseInt(colour.substring(CHANNELS[i], CHANNELS[i] + 2), 16) / 255.0;
            sum += WEIGHTS[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
