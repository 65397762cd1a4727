// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.openhotline.takedown.referral.ReferralPackage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Times in ISO 8601, what is not known left out. */
@Component
public final class ReferralJson {
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    public String write(ReferralPackage referral) {
        return json.writeValueAsString(referral);
    }
}
