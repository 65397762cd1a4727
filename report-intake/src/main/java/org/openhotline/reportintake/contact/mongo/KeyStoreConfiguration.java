// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact.mongo;

import org.openhotline.reportintake.contact.StoredKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The store of the submissions' keys. */
@Configuration(proxyBeanMethods = false)
class KeyStoreConfiguration {
    @Bean
    StoredKeys storedKeys(MongoTemplate mongo) {
        return new MongoStoredKeys(mongo);
    }
}
