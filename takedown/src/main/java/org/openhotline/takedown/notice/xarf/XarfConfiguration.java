// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.xarf;

import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.takedown.letter.Law;
import org.openhotline.takedown.letter.MachineReport;
import org.openhotline.takedown.letter.ProfileTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class XarfConfiguration {
    @Bean
    MachineReport xarfReports(CountryProfile country, Law law) {
        return new XarfReports(
                country,
                law,
                ProfileTable.read("takedown/xarf", country.assessment().classification()));
    }
}
