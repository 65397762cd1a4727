// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.spring;

import java.time.InstantSource;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.takedown.referral.AcknowledgeReferral;
import org.openhotline.takedown.referral.AnnounceReferrals;
import org.openhotline.takedown.referral.PoliceDesk;
import org.openhotline.takedown.referral.ReferToPolice;
import org.openhotline.takedown.referral.Referrals;
import org.openhotline.takedown.removal.Removals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {
    @Bean
    ReferToPolice referToPolice(Referrals referrals, Removals removals, InstantSource clock) {
        return new ReferToPolice(referrals, removals, clock);
    }

    @Bean
    AcknowledgeReferral acknowledgeReferral(Referrals referrals, InstantSource clock) {
        return new AcknowledgeReferral(referrals, clock);
    }

    @Bean
    DeskBell deskBell(Referrals referrals, PoliceDesk desk, CountryProfile country, InstantSource clock) {
        return new DeskBell(
                new AnnounceReferrals(referrals, desk, country.notices().retryAfter(), clock));
    }
}
