// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/** All auto-configuration but what needs a broker, a store or a collector. */
final class WithoutBrokerAndStore extends AutoConfigurationImportSelector {
    private static final Set<String> OURS = Set.of("country", "security", "web");
    private static final List<String> LEFT_OUT =
            List.of("kafka", "mongo", "cloud", "integration", "opentelemetry", "tracing", "data", "otlp");

    @Override
    protected boolean isEnabled(AnnotationMetadata metadata) {
        return true;
    }

    @Override
    protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
        return new AnnotationAttributes(java.util.Map.of("exclude", new String[0], "excludeName", new String[0]));
    }

    @Override
    protected List<String> getCandidateConfigurations(AnnotationMetadata metadata, AnnotationAttributes attributes) {
        return super.getCandidateConfigurations(metadata, attributes).stream()
                .filter(WithoutBrokerAndStore::isWanted)
                .toList();
    }

    private static boolean isWanted(String name) {
        return name.startsWith("org.openhotline.")
                ? OURS.contains(name.split("\\.")[3])
                : LEFT_OUT.stream().noneMatch(name::contains);
    }
}
