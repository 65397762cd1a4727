// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure.spring;

import java.time.InstantSource;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.access.AccessLog;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.contact.OpenContact;
import org.openhotline.reportintake.disclosure.DiscloseContact;
import org.openhotline.reportintake.disclosure.Disclosures;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use case together. */
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {
    @Bean
    DiscloseContact discloseContact(
            Disclosures disclosures,
            Submissions submissions,
            OpenContact openContact,
            AccessLog accessLog,
            Sealing sealing,
            Opening opening,
            Ids ids,
            InstantSource clock) {
        return new DiscloseContact(
                disclosures,
                submissions,
                DisclosureConfiguration::policeMayKnow,
                openContact,
                accessLog,
                sealing,
                opening,
                ids,
                clock);
    }

    /** Off until it was given. */
    private static boolean policeMayKnow(Submission submission) {
        return submission.amendments().consent().filter(Consent::toPolice).isPresent();
    }
}
