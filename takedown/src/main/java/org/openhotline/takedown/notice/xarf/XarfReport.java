// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.xarf;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One XARF report. Its components are all the keys that a report of ours can have: {@code evidence},
 * {@code screenshot_url} and {@code _internal} are missing on purpose (XARF 4.2.0, section 4: no visual content).
 *
 * @param timestamp RFC 3339, when the item was confirmed
 * @param sourceIdentifier the network address that serves it, or its name
 * @param domain left out where XARF's pattern has no room for it: punycode names and address literals
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record XarfReport(
        String xarfVersion,
        String reportId,
        String timestamp,
        Party reporter,
        Party sender,
        String sourceIdentifier,
        String category,
        String type,
        String url,
        Optional<String> domain,
        String classification,
        String detectionMethod,
        String verifiedAt,
        String verificationMethod,
        Optional<String> hostingProvider,
        Optional<Long> asn,
        Optional<String> countryCode,
        String evidenceSource,
        double confidence,
        String description,
        List<String> tags) {

    record Party(String org, String contact, String domain) {}
}
