// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.mail;

import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.takedown.referral.PoliceDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
class PoliceDeskConfiguration {
    @Bean
    PoliceDesk policeDesk(
            JavaMailSender sender, CountryProfile country, @Value("${openhotline.staff-origin}") String staffOrigin) {
        return new PoliceDeskMail(sender, country, staffOrigin + "/takedown/police/");
    }
}
