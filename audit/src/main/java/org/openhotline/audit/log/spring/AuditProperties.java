// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how the log is kept.
 *
 * @param directory folder of checkpoint, tiles, bodies and index
 * @param key file with the signing key; made with the log when there is none yet
 * @param mlDsa whether checkpoints carry an ML-DSA-44 cosignature beside the Ed25519 signature
 * @param publishPause least time between two {@code CheckpointPublished} events
 */
@ConfigurationProperties("openhotline.audit")
record AuditProperties(
        Path directory,
        Path key,
        @DefaultValue("false") boolean mlDsa,
        @DefaultValue("10s") Duration publishPause) {
    AuditProperties {
        Objects.requireNonNull(directory, "set openhotline.audit.directory: the folder of the log");
        Objects.requireNonNull(key, "set openhotline.audit.key: the file of the log's signing key");
    }
}
