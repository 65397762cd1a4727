// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.tracing.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.openhotline.assessment.tracing.HostDetailsText;
import org.openhotline.contracts.item.HostDetails;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Components by name as in the events; what is empty is left out, what is unknown is ignored. */
public final class HostDetailsJson implements HostDetailsText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String write(HostDetails details) {
        return JSON.writeValueAsString(details);
    }

    @Override
    public HostDetails read(String text) {
        return JSON.readValue(text, HostDetails.class);
    }
}
