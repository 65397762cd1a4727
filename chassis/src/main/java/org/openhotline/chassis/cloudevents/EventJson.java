// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.cloudevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.WireNames;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An event's body as JSON: components by name, times in ISO 8601, what is empty left out; unknown fields are ignored. */
public final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    public static String write(Event event) {
        return JSON.writeValueAsString(event);
    }

    /** @throws RuntimeException where the type is unknown or the text does not fit it */
    public static Event read(String type, String json) {
        return JSON.readValue(json, WireNames.event(type));
    }
}
