// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hosting.json;

import org.openhotline.contracts.item.HostDetails;
import org.openhotline.takedown.hosting.HostDetailsText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JsonHostDetails implements HostDetailsText {
    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public String write(HostDetails details) {
        return json.writeValueAsString(details);
    }

    @Override
    public HostDetails read(String text) {
        return json.readValue(text, HostDetails.class);
    }
}
