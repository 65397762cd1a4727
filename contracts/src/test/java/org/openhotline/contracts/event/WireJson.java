// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the chassis writes it: Jackson's defaults for records, and what is absent is left out. */
final class WireJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private WireJson() {}
}
