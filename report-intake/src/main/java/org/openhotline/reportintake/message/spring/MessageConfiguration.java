// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message.spring;

import java.time.InstantSource;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.reportintake.access.AccessLog;
import org.openhotline.reportintake.contact.SealMessages;
import org.openhotline.reportintake.message.Correspondences;
import org.openhotline.reportintake.message.EraseMessages;
import org.openhotline.reportintake.message.Exchange;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases together. */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
    @Bean
    Exchange exchange(
            Correspondences correspondences,
            Submissions submissions,
            SealMessages seal,
            AccessLog accessLog,
            InstantSource clock) {
        return new Exchange(correspondences, submissions, seal, accessLog, clock);
    }

    @Bean
    EraseMessages eraseMessages(Correspondences correspondences, SealMessages seal, CountryProfile country) {
        return new EraseMessages(correspondences, seal, country.retention().forMessages());
    }
}
