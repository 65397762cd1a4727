// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention.spring;

import java.time.InstantSource;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.contact.EraseContact;
import org.openhotline.reportintake.retention.DecideHold;
import org.openhotline.reportintake.retention.EraseContacts;
import org.openhotline.reportintake.retention.EraseNotes;
import org.openhotline.reportintake.retention.LegalHolds;
import org.openhotline.reportintake.retention.Purge;
import org.openhotline.reportintake.retention.RunPurge;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The country's rules. Each bean that is a rule is run. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
    @Bean
    RunPurge runPurge(Aggregates<Purge> purges, LegalHolds holds, InstantSource clock) {
        return new RunPurge(purges, holds, clock);
    }

    @Bean
    DecideHold decideHold(LegalHolds holds, Submissions submissions, Sealing sealing, InstantSource clock) {
        return new DecideHold(holds, submissions, sealing, clock);
    }

    @Bean
    EraseContacts eraseContacts(Submissions submissions, EraseContact eraseContact, CountryProfile country) {
        return new EraseContacts(submissions, eraseContact, country.retention().contact());
    }

    @Bean
    EraseNotes eraseNotes(Submissions submissions, CountryProfile country) {
        return new EraseNotes(submissions, country.retention().forNotes());
    }
}
