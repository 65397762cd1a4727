// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.spring;

import java.time.InstantSource;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.classification.json.ProfileFiles;
import org.openhotline.assessment.item.AmendReport;
import org.openhotline.assessment.item.AssessItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.ClaimItem;
import org.openhotline.assessment.item.CountAgain;
import org.openhotline.assessment.item.OpenItem;
import org.openhotline.assessment.item.Relatives;
import org.openhotline.assessment.item.ReleaseClaim;
import org.openhotline.assessment.item.TriageItem;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.id.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
    /** The service does not start with a profile that its country cannot work with. */
    @Bean
    ClassificationProfile classificationProfile(CountryProfile country) {
        ClassificationProfile profile =
                new ProfileFiles().named(country.assessment().classification());
        profile.mustFit(country);
        return profile;
    }

    @Bean
    OpenItem openItem(AssessedItems items, Relatives relatives, InstantSource clock) {
        return new OpenItem(items, relatives, clock);
    }

    @Bean
    CountAgain countAgain(AssessedItems items, CountryProfile country) {
        return new CountAgain(items, country.assessment().lookAgain());
    }

    @Bean
    AmendReport amendReport(AssessedItems items) {
        return new AmendReport(items);
    }

    @Bean
    ClaimItem claimItem(AssessedItems items, InstantSource clock, CountryProfile country) {
        return new ClaimItem(items, clock, country.assessment().claimLease());
    }

    @Bean
    ReleaseClaim releaseClaim(AssessedItems items, InstantSource clock) {
        return new ReleaseClaim(items, clock);
    }

    @Bean
    AssessItem assessItem(
            AssessedItems items, ClassificationProfile profile, CountryProfile country, Ids ids, InstantSource clock) {
        return new AssessItem(items, profile, country.assessment().secondReview(), ids, clock);
    }

    @Bean
    TriageItem triageItem(AssessedItems items, Ids ids, InstantSource clock) {
        return new TriageItem(items, ids, clock);
    }

    @Bean
    LeaseSweep leaseSweep(ReleaseClaim releases) {
        return new LeaseSweep(releases);
    }
}
