// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.country;

import java.nio.file.Path;
import java.util.List;
import org.openhotline.contracts.country.CountryProfile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The country profile as a bean, read from the file that {@code openhotline.country} names. */
@AutoConfiguration
public class ChassisCountryConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CountryProfile countryProfile(@Value("${openhotline.country:}") String file) {
        if (file.isBlank()) {
            throw new InvalidCountryProfile(
                    List.of("openhotline.country is not set; give it the path of your country.yaml"));
        }
        return CountryProfileReader.read(Path.of(file));
    }
}
