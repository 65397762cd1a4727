// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.xarf;

import tools.jackson.databind.json.JsonMapper;

/** Made-up reports for tests of other packages. */
public final class XarfSamples {
    private static final String LINE =
            JsonMapper.shared().readTree(XarfRowsTest.CSAM).toString();

    private XarfSamples() {}

    public static String onOneLine(String url) {
        return LINE.replace("https://example.com/page", url);
    }
}
