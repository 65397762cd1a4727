// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness.spring;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.spring.Round;
import org.openhotline.audit.spring.RoundList;
import org.openhotline.audit.witness.AskWitnesses;
import org.openhotline.audit.witness.CosignedCheckpoints;
import org.openhotline.audit.witness.ShownHeads;
import org.openhotline.audit.witness.Witness;
import org.openhotline.audit.witness.http.HttpCosigning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessConfiguration.class);

    @Bean
    CosignedCheckpoints cosignedCheckpoints(@Value("${openhotline.audit.directory}") Path folder, Log log) {
        return new CosignedCheckpoints(folder, log.key());
    }

    @Bean
    ShownHeads shownHeads(Log log, CosignedCheckpoints cosigned) {
        return new ShownHeads(log, cosigned);
    }

    @Bean
    AskWitnesses askWitnesses(
            WitnessProperties properties,
            OutsideHttp http,
            Log log,
            CosignedCheckpoints cosigned,
            InstantSource clock) {
        List<Witness> witnesses = properties.witnesses().stream()
                .map(WitnessProperties.Entry::witness)
                .toList();
        return new AskWitnesses(witnesses, new HttpCosigning(http), log, cosigned, clock);
    }

    @Bean
    RoundList witnessRounds(AskWitnesses ask, WitnessProperties properties) {
        if (properties.witnesses().isEmpty()) {
            return new RoundList(List.of());
        }
        return new RoundList(List.of(new Round("asking witnesses", properties.witnessPause(), () -> {
            List<String> before = ask.contradicting();
            ask.round();
            ask.contradicting().stream()
                    .filter(name -> !before.contains(name))
                    .forEach(name -> LOG.error(
                            "The witness {} has signed something that this log does not grow out of: look at once",
                            name));
        })));
    }
}
