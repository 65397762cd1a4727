// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter.spring;

import org.openhotline.chassis.web.Defanged;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.takedown.letter.Law;
import org.openhotline.takedown.letter.LetterText;
import org.openhotline.takedown.letter.ProfileLaw;
import org.openhotline.takedown.letter.ProfileTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LetterConfiguration {
    @Bean
    Law law(CountryProfile country) {
        return new ProfileLaw(
                ProfileTable.read("takedown/law", country.assessment().classification()), country.legalProvisions());
    }

    @Bean
    LetterText letterText(CountryProfile country, Law law) {
        return new LetterText(country, law, Defanged::text);
    }
}
