// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.sealing;

import java.nio.file.Path;
import org.openhotline.contracts.sealing.BlindIndex;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The case keyset and the index keyset, each only where the service is given its file. */
@AutoConfiguration
public class ChassisSealingConfiguration {
    @Bean
    @ConditionalOnProperty("openhotline.keys.case")
    TinkSealing sealing(@Value("${openhotline.keys.case}") Path file) {
        return new TinkSealing(KeysetFiles.read(file));
    }

    @Bean
    @ConditionalOnProperty("openhotline.keys.index")
    BlindIndex blindIndex(@Value("${openhotline.keys.index}") Path file) {
        return new TinkBlindIndex(KeysetFiles.read(file));
    }
}
