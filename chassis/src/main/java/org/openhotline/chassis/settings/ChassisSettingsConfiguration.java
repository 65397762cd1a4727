// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.settings;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.ChassisOutboxConfiguration;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.chassis.sealing.KeysetFiles;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The country profile and the keysets; a service adds {@link Setting} beans of its own. Files are taken as text, since
 * Spring would look for a relative {@link Path} among the resources first.
 */
@AutoConfiguration(after = ChassisOutboxConfiguration.class)
public class ChassisSettingsConfiguration {
    @Bean
    @ConditionalOnProperty("openhotline.country")
    Setting countryProfileSetting(@Value("${openhotline.country}") String file) {
        return Setting.file("country-profile", Path.of(file));
    }

    @Bean
    @ConditionalOnProperty("openhotline.keys.case")
    Setting caseKeysSetting(@Value("${openhotline.keys.case}") String file) {
        return Setting.keys("case-keys", KeysetFiles.read(Path.of(file)));
    }

    @Bean
    @ConditionalOnProperty("openhotline.keys.index")
    Setting indexKeysSetting(@Value("${openhotline.keys.index}") String file) {
        return Setting.keys("index-keys", KeysetFiles.read(Path.of(file)));
    }

    @Bean
    AtStart settingsAtStart(
            AggregateStores stores,
            Ids ids,
            InstantSource clock,
            List<Setting> settings,
            @Value("${spring.application.name}") String service) {
        MongoAggregates<TellSettings.Told> told = stores.of(
                AggregateType.CONFIGURATION,
                TellSettings.Told.class,
                TellSettings.Told::restored,
                StateIndex.unique("state.what"));
        return new AtStart(
                new TellSettings(
                        told,
                        what -> told.find(query(where("state.what").is(what))).stream()
                                .findFirst(),
                        ids,
                        clock,
                        service),
                settings);
    }

    /** Tells once after the start; where the store does not answer, again until it does. */
    static final class AtStart {
        private static final Logger LOG = LoggerFactory.getLogger(AtStart.class);

        private final TellSettings telling;
        private final List<Setting> untold;

        AtStart(TellSettings telling, List<Setting> settings) {
            this.telling = telling;
            this.untold = new ArrayList<>(settings);
        }

        @Scheduled(fixedDelayString = "PT30S")
        void tell() {
            try {
                while (!untold.isEmpty()) {
                    telling.tell(untold.getFirst());
                    untold.removeFirst();
                }
            } catch (RuntimeException e) {
                LOG.warn("the settings will be told later: {}", e.getClass().getName());
            }
        }
    }
}
