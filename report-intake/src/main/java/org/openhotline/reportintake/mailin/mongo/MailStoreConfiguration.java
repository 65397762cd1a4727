// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.reportintake.mailin.TakenMail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mails that were dealt with, in the collection {@code mails}. */
@Configuration(proxyBeanMethods = false)
class MailStoreConfiguration {
    @Bean
    MongoAggregates<TakenMail> takenMails(AggregateStores stores) {
        return stores.of(AggregateType.MAIL, TakenMail.class, TakenMail::restored);
    }
}
