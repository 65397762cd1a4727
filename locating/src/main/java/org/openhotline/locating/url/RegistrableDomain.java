// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Optional;

/**
 * The domain that somebody registered, by the Public Suffix List that Guava carries, private section included: sites under
 * a hoster's suffix are separate customers.
 */
final class RegistrableDomain {
    private RegistrableDomain() {}

    static Optional<String> of(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.indexOf(':') >= 0 || Ipv4Text.endsInNumber(name) || !InternetDomainName.isValid(name)) {
            return Optional.empty();
        }
        InternetDomainName domain = InternetDomainName.from(name);
        if (domain.hasPublicSuffix()) {
            return domain.isUnderPublicSuffix()
                    ? Optional.of(domain.topPrivateDomain().toString())
                    : Optional.empty();
        }
        return underUnlistedSuffix(domain.parts());
    }

    /** The list's own default rule: where no rule matches, the last label is the suffix. */
    private static Optional<String> underUnlistedSuffix(List<String> labels) {
        int count = labels.size();
        return count < 2 ? Optional.empty() : Optional.of(labels.get(count - 2) + "." + labels.get(count - 1));
    }
}
