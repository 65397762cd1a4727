// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.json;

import java.util.Optional;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.chassis.cloudevents.EventJson;
import org.openhotline.contracts.event.Event;
import org.springframework.stereotype.Component;

@Component
final class ReadEventJson implements ReadEvent {
    @Override
    public Optional<Event> read(String type, String json) {
        try {
            return Optional.of(EventJson.read(type, json));
        } catch (RuntimeException unknown) {
            return Optional.empty(); // recorded all the same, but found by its leaf alone
        }
    }
}
