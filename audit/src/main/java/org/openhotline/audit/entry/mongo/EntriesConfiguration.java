// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.mongo;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.entry.RecordEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration
class EntriesConfiguration {
    @Bean
    Entries logEntries(MongoTemplate mongo, InstantSource clock) {
        return new MongoEntries(mongo, clock);
    }

    @Bean
    RecordEvent recordEvent(Entries entries) {
        return new RecordEvent(entries, new SecureRandom());
    }
}
