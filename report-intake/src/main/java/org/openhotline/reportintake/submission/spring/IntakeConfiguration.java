// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

import java.time.InstantSource;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.contact.SealContact;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.submission.AmendSubmission;
import org.openhotline.reportintake.submission.CheckReport;
import org.openhotline.reportintake.submission.FinishRegistration;
import org.openhotline.reportintake.submission.FormTokens;
import org.openhotline.reportintake.submission.KnownAddresses;
import org.openhotline.reportintake.submission.Receipts;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.RegisterItems;
import org.openhotline.reportintake.submission.StoreSubmissions;
import org.openhotline.reportintake.submission.Storing;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    @Bean
    RegisterItems registerItems(Submissions submissions, Aggregates<ReportedItem> items, InstantSource clock) {
        return new RegisterItems(submissions, items, clock);
    }

    @Bean
    StoreSubmissions storeSubmissions(
            Submissions submissions,
            KnownAddresses knownAddresses,
            Sealing sealing,
            BlindIndex index,
            InstantSource clock) {
        return new StoreSubmissions(submissions, knownAddresses, sealing, index, clock);
    }

    @Bean
    ReceiveSubmission receiveSubmission(
            CountryProfile country,
            Submissions submissions,
            StoreSubmissions storeSubmissions,
            Storing storing,
            SealContact sealContact,
            BlindIndex index,
            InstantSource clock) {
        return new ReceiveSubmission(
                new CheckReport(country.languages()),
                submissions,
                storeSubmissions,
                storing,
                sealContact,
                new Receipts(index),
                clock);
    }

    @Bean
    AmendSubmission amendSubmission(
            Submissions submissions,
            RegistrationWorker registrationWorker,
            Sealing sealing,
            SealContact sealContact,
            BlindIndex index,
            InstantSource clock) {
        return new AmendSubmission(submissions, registrationWorker, sealing, sealContact, index, clock);
    }

    @Bean
    FormTokens formTokens(Sealing sealing, Opening opening, InstantSource clock) {
        return new FormTokens(sealing, opening, clock);
    }

    @Bean
    FinishRegistration finishRegistration(Submissions submissions, RegisterItems registerItems, InstantSource clock) {
        return new FinishRegistration(submissions, registerItems, clock);
    }
}
