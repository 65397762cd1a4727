// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile.spring;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.openhotline.audit.casefile.CollectCase;
import org.openhotline.audit.casefile.WriteCaseFile;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.note.CheckpointSigner;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.note.VerifierKey;
import org.openhotline.audit.witness.ShownHeads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CaseFileConfiguration {
    @Bean
    CollectCase collectCase(
            ReadEntries entries,
            ReadEvent events,
            Log log,
            ShownHeads heads,
            CheckpointSigner signer,
            InstantSource clock) {
        return new CollectCase(entries, events, log, heads, policy(signer.verifiers()), clock);
    }

    /** The first key is the log's own; each other one must have signed too. */
    private static String policy(List<VerifierKey> keys) {
        return keys.stream()
                .map(key -> (key.equals(keys.getFirst()) ? "log " : "require ") + key.text() + "\n")
                .collect(Collectors.joining());
    }

    @Bean
    WriteCaseFile writeCaseFile(SignerKey key) {
        return new WriteCaseFile(key);
    }
}
