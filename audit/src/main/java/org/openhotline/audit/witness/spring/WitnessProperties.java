// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness.spring;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.openhotline.audit.note.VerifierKey;
import org.openhotline.audit.witness.Witness;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who watches the log.
 *
 * @param witnesses asked for a cosignature of each checkpoint, or of the newest where they are slower than the log
 * @param witnessPause between two rounds
 */
@ConfigurationProperties("openhotline.audit")
record WitnessProperties(
        @DefaultValue List<Entry> witnesses,
        @DefaultValue("1s") Duration witnessPause) {

    /**
     * One witness.
     *
     * @param url what {@code /add-checkpoint} is added to
     * @param keys its verifier keys
     */
    record Entry(String name, URI url, List<String> keys) {
        Witness witness() {
            return new Witness(name, url, keys.stream().map(VerifierKey::parse).toList());
        }
    }
}
